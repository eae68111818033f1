import { days, inDays, later } from '../../kit/clock.ts'
import { type OrganisationFacts, organisationFacts, staff, withRole } from '../../people/index.ts'
import { inVault, type PersonId, type Reader } from '../../records/index.ts'
import { recipientsOf } from '../../sealing/index.ts'
import { selectSwitch, selectTried, type Tried } from './tables.ts'

/** For how long a letter that came shows that one would: to switch concerns on, and after that. */
export const goodFor = { toSwitchOn: days(7), after: days(35) } as const
/** After which the way is to be tried again. */
export const tryAgainAfter = days(28)

/** One thing that has to work for a concern to reach somebody. */
export interface Link {
  readonly name: string
  readonly whole: boolean
  /** What stands, or what is missing. */
  readonly says: string
  readonly mend?: { readonly href: string; readonly text: string }
}

/** Somebody a letter is sent to, and whether one came. */
export interface Reached {
  readonly id: PersonId
  readonly name: string
  readonly sentAt: Date | undefined
  readonly cameAt: Date | undefined
}

export interface Chain {
  readonly onSince: Date | undefined
  readonly links: readonly Link[]
  readonly people: readonly Reached[]
  /** When a letter last came to a designated person. */
  readonly triedAt: Date | undefined
  /** Whether it may be switched on now. */
  readonly ready: boolean
}

/** The whole chain, link by link, as it stands now. */
export async function chainOf(reader: Reader): Promise<Chain> {
  const [facts, designated, deputies, everybody] = await Promise.all([
    organisationFacts(reader),
    withRole(reader, 'designated-person'),
    withRole(reader, 'deputy-designated-person'),
    staff(reader),
  ])
  const keys = await recipientsOf(reader, [...designated, ...deputies])
  const inside = await inVault(reader, async ({ db, actor }) => ({
    on: await selectSwitch(db, actor.agencyId),
    tried: await selectTried(db, actor.agencyId),
  }))
  const name = (id: PersonId) => everybody.find(one => one.id === id)?.name ?? 'Somebody'
  const people = [...new Set([...designated, ...deputies])].map(id => reached(id, name(id), inside.tried))
  const triedAt = latest(people.filter(({ id }) => designated.includes(id)).map(({ cameAt }) => cameAt))
  const onSince = inside.on?.switched_at
  const good = onSince ? goodFor.after : goodFor.toSwitchOn
  const links = [
    withKey('A designated person who can read them', designated, { keys, name }),
    withKey('A deputy who can read them', deputies, { keys, name }),
    ...numbers(facts),
    mail(triedAt, triedAt !== undefined && later(triedAt, good) > reader.now),
  ]
  return { onSince, links, people, triedAt, ready: links.every(({ whole }) => whole) }
}

const latest = (times: readonly (Date | undefined)[]): Date | undefined =>
  times.reduce<Date | undefined>((last, at) => (at && (!last || at > last) ? at : last), undefined)

const reached = (id: PersonId, name: string, tried: readonly Tried[]): Reached => {
  const own = tried.filter(({ person_id }) => person_id === id)
  return {
    id,
    name,
    sentAt: latest(own.map(({ sent_at }) => sent_at)),
    cameAt: latest(own.map(({ came_at }) => came_at ?? undefined)),
  }
}

function withKey(
  called: string,
  people: readonly PersonId[],
  { keys, name }: { keys: ReadonlyMap<PersonId, string>; name: (id: PersonId) => string },
): Link {
  const able = people.filter(id => keys.has(id)).map(name)
  if (able.length > 0) return { name: called, whole: true, says: able.join(', ') }
  if (people.length === 0)
    return {
      name: called,
      whole: false,
      says: 'Nobody has this role.',
      mend: { href: '/people', text: 'Give somebody the role' },
    }
  return {
    name: called,
    whole: false,
    says: `No key yet: ${people.map(name).join(', ')}. Each makes their own, under My key on their home page.`,
  }
}

const organisation = '/organisation'

/** A number that is not broken in two at the end of a line. */
const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0')

const numbers = ({ lado, outOfHours }: OrganisationFacts): readonly Link[] => [
  {
    name: 'The local authority’s designated officer (LADO)',
    whole: Boolean(lado),
    says: lado ? `${lado.name}, ${unbroken(lado.phone)}` : 'Not given yet.',
    ...(lado ? {} : { mend: { href: organisation, text: 'Give the name and number' } }),
  },
  {
    name: 'A telephone out of hours',
    whole: Boolean(outOfHours),
    says: outOfHours ?? 'Not given yet.',
    ...(outOfHours ? {} : { mend: { href: organisation, text: 'Give the number' } }),
  },
]

const mail = (triedAt: Date | undefined, whole: boolean): Link => ({
  name: 'A letter that comes',
  whole,
  says: triedAt
    ? `One came to a designated person on ${inDays(triedAt)}.${whole ? '' : ' That is too long ago: send another.'}`
    : 'None has come yet. Send one, and follow the link in it.',
})
