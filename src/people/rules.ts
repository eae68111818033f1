import type { Role } from '../records/index.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  worker: 'Worker',
  volunteer: 'Volunteer',
  manager: 'Manager',
  'senior-manager': 'Senior manager',
  'designated-person': 'Designated person',
  'deputy-designated-person': 'Deputy designated person',
  administrator: 'Administrator',
  'board-member': 'Board member',
}

/** Which roles there are to give: in an agency that works with children, and in a board. */
export const rolesOf: Readonly<Record<'member' | 'board', readonly Role[]>> = {
  member: [
    'worker',
    'volunteer',
    'manager',
    'senior-manager',
    'designated-person',
    'deputy-designated-person',
    'administrator',
  ],
  board: ['board-member', 'administrator'],
}
