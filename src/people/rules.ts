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

/** Roles that an agency is never without once somebody has them: who lets people in, and who hears of a concern. */
export const neverWithout: readonly Role[] = ['administrator', 'designated-person']

/** Who may work with children and families, and so may take over such work. */
export const mayWork: readonly Role[] = [
  'worker',
  'volunteer',
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]

/** Who others may answer to. */
export const mayManage: readonly Role[] = [
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]

/**
 * How somebody stands to a person: by a role of their own, or by what is between the two. A line manager has a role that
 * others may answer to, and is above them at any height; of a child or a parent, above somebody who works with them.
 */
export type Relation = Role | 'self' | 'colleague' | 'line-manager' | 'works-with'

type Kind = 'staff' | 'child' | 'parent'

interface PersonAction {
  /** The words of the button that leads to it, on the person's page. Without: a part of the page itself. */
  readonly words?: string
  /** What kind of person it is done to. */
  readonly about: readonly Kind[]
  readonly may: readonly Relation[]
  /** Also to somebody who has left. */
  readonly afterLeaving?: true
  /** Never to oneself, whatever one's roles. */
  readonly notToOneself?: true
}

const safeguarding: readonly Relation[] = ['designated-person', 'deputy-designated-person']
const family: readonly Kind[] = ['child', 'parent']

/**
 * Who may do what with a person: rights, buttons, addresses and tests are read from these rows. Nobody changes their own
 * roles: an administrator who made themselves designated person could read every conversation.
 */
export const personActions = {
  'see-colleague': { about: ['staff'], may: ['colleague'], afterLeaving: true },
  'see-family': { about: family, may: ['administrator', 'works-with', 'line-manager', ...safeguarding] },
  'see-children': { about: ['staff'], may: ['self', 'administrator', 'line-manager', ...safeguarding] },
  'see-signing': {
    about: ['staff'],
    may: ['self', 'administrator', 'senior-manager', 'line-manager', ...safeguarding],
  },
  'see-personal-links': { about: ['staff'], may: ['self', 'line-manager', ...safeguarding] },
  'see-handover': { about: ['staff'], may: ['administrator', 'senior-manager'], afterLeaving: true },
  'change-roles': {
    words: 'Change what they do here',
    about: ['staff'],
    may: ['administrator'],
    notToOneself: true,
  },
  'change-manager': {
    words: 'Change who they answer to',
    about: ['staff'],
    may: ['administrator'],
    notToOneself: true,
  },
  'begin-work': {
    words: 'Say which child they work with',
    about: ['staff'],
    may: ['administrator', 'line-manager'],
    notToOneself: true,
  },
  'end-work': { about: ['staff'], may: ['administrator', 'line-manager'] },
  'see-agreements': {
    about: ['child'],
    may: ['administrator', 'works-with', 'line-manager', ...safeguarding],
  },
  'say-adult': {
    words: 'Child, or adult who may be at risk',
    about: ['child'],
    may: ['administrator', ...safeguarding],
  },
  'enter-away': { words: 'Say when they are away', about: ['staff'], may: ['self', 'line-manager'] },
  correct: {
    words: 'Correct their name or address',
    about: ['staff', 'child', 'parent'],
    may: ['administrator'],
  },
  'invite-again': {
    words: 'Send the invitation again',
    about: ['staff'],
    may: ['administrator', 'line-manager'],
  },
  'sign-in-anew': {
    words: 'They lost their phone or passkey',
    about: ['staff'],
    may: ['administrator'],
    notToOneself: true,
  },
  'let-leave': { words: 'They are leaving', about: ['staff'], may: ['administrator'] },
  'change-way': { words: 'Change how they are reached', about: family, may: ['administrator'] },
  'change-family': { about: family, may: ['administrator'] },
  'add-parent': { words: 'Add a parent or carer', about: ['child'], may: ['administrator'] },
  'end-links': { words: 'End their links', about: family, may: ['administrator', ...safeguarding] },
} as const satisfies Record<string, PersonAction>

export type PersonAct = keyof typeof personActions

/** What has a button of its own. */
export type PersonButton = {
  [Act in PersonAct]: (typeof personActions)[Act] extends { readonly words: string } ? Act : never
}[PersonAct]

/** Whether the table lets somebody who stands so to a person do this. */
export function lets(
  act: PersonAct,
  to: { readonly kind: Kind; readonly left: boolean },
  relations: ReadonlySet<Relation>,
): boolean {
  const row: PersonAction = personActions[act]
  if (!row.about.includes(to.kind)) return false
  if (to.left && !row.afterLeaving) return false
  if (row.notToOneself && relations.has('self')) return false
  return row.may.some(relation => relations.has(relation))
}
