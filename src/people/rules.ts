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
