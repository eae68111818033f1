import { inDays } from '../kit/clock.ts'
import { hasRole, lineOf, type Member, routes as people, staff } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import {
  counted,
  Heading,
  Link,
  Narrow,
  Paging,
  Paragraph,
  stretchOf,
  Table,
  Tag,
  within,
} from '../ui/index.ts'
import { policyToFollow } from './access.ts'
import { type Signing, selectSignings } from './queries.ts'
import { routes } from './routes.ts'
import { mayPublish, type SigningState, signingState } from './rules.ts'

const tags: Readonly<Record<SigningState, { words: string; colour: 'red' | 'orange' | 'green' }>> = {
  'to-sign': { words: 'Not signed', colour: 'red' },
  'sign-again': { words: 'To sign again', colour: 'orange' },
  'newer-to-read': { words: 'Signed', colour: 'green' },
  signed: { words: 'Signed', colour: 'green' },
}
const order = Object.keys(tags) as SigningState[]
/** Whose signature counts: nothing is owed by them, and nobody reminds them. */
const counts = ({ state }: Row): boolean => state === 'signed' || state === 'newer-to-read'

interface Row {
  readonly member: Member
  readonly signing: Signing | undefined
  readonly state: SigningState
}

/**
 * Who has signed and who has not, those who have not first: a manager sees those they answer for; those who publish see
 * everybody.
 */
export const signaturesScreen = screen({
  address: routes.signatures,
  load: async (reader, { policy }) => {
    const found = await policyToFollow(reader, policy)
    if (!found) return undefined
    const { db, actor } = reader
    const [everybody, mine, signings] = await Promise.all([
      staff(reader),
      seenBy(reader),
      selectSignings(db, actor.agencyId, found.policy.id),
    ])
    const signed = new Map(signings.map(signing => [signing.person_id, signing]))
    const seen = everybody.filter(member => mine === 'everybody' || mine.has(member.id))
    const all = seen.map(member => rowOf(member, signed.get(member.id), found.version.number))
    return { ...found, all: all.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) }
  },
  show: ({ thing: { policy, version, all }, query }) => {
    const who = query.get('who')
    const rows = all.filter(row => !who || (who === 'signed') === counts(row))
    const stretch = stretchOf(query, 'page', rows.length)
    const signed = all.filter(counts).length
    return {
      title: `Who has signed: ${policy.title}`,
      back: { href: routes.policy.to({ policy: policy.id }), text: policy.title },
      body: (
        <div class="ly-wide">
          <Heading>Who has signed: {policy.title}</Heading>
          {all.length === 0 ? (
            <Paragraph>Nobody answers to you in Lanyard yet. Your administrator sets who does.</Paragraph>
          ) : (
            <>
              <Paragraph>
                {signed} of {all.length} have signed. Version {version.number} is in force; a signature on an
                earlier one counts until a version asks for another. Whoever has not signed is reminded by
                email.
              </Paragraph>
              <Narrow label="Who to show" name="who" query={query} options={parts} />
              {rows.length === 0 && <Paragraph>Nobody is in this list.</Paragraph>}
              {rows.length > 0 && (
                <Table
                  caption={counted(stretch, 'person', 'people')}
                  columns={[
                    { head: 'Name' },
                    { head: 'Standing' },
                    { head: 'Version' },
                    { head: 'Signed on' },
                  ]}
                  rows={within(rows, stretch).map(cellsOf)}
                />
              )}
              <Paging stretch={stretch} query={query} name="page" label="Pages of people" />
            </>
          )}
        </div>
      ),
    }
  },
})

const parts = [
  { value: '', text: 'Everybody' },
  { value: 'not', text: 'Has not signed it' },
  { value: 'signed', text: 'Has signed it' },
]

async function seenBy(reader: Reader<PersonActor>): Promise<'everybody' | ReadonlySet<PersonId>> {
  const { actor } = reader
  const all = [...mayPublish, 'designated-person', 'deputy-designated-person'] as const
  if (await hasRole(reader, ...all)) return 'everybody'
  return new Set(await lineOf(reader, actor.personId))
}

const rowOf = (member: Member, signing: Signing | undefined, newest: number): Row => ({
  member,
  signing,
  state: signingState({ newest, required: signing?.required ?? newest, signed: signing?.number ?? null }),
})

const cellsOf = ({ member, signing, state }: Row) => [
  <Link key="name" href={people.person.to({ person: member.id })}>
    {member.name}
  </Link>,
  <Tag key="tag" colour={tags[state].colour}>
    {tags[state].words}
  </Tag>,
  signing?.number ?? '',
  signing ? inDays(signing.signed_at) : '',
]
