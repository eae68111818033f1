import { inDays } from '../kit/clock.ts'
import { lineOf, type Member, staff } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Paragraph, Table, Tag } from '../ui/index.ts'
import { policyToFollow } from './access.ts'
import { type Signing, selectSignings } from './queries.ts'
import { routes } from './routes.ts'
import { mayPublish } from './rules.ts'

/** Who has signed and who has not: a manager sees those they answer for; those who publish see everybody. */
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
    const people = everybody.filter(member => mine === 'everybody' || mine.has(member.id))
    return { ...found, people, signings: new Map(signings.map(signing => [signing.person_id, signing])) }
  },
  show: ({ thing: { policy, version, people, signings } }) => {
    const signed = people.filter(member => signings.get(member.id)?.number === version.number)
    return {
      title: `Who has signed: ${policy.title}`,
      back: { href: routes.policy.to({ policy: policy.id }), text: policy.title },
      body: (
        <div class="ly-wide">
          <Heading>Who has signed: {policy.title}</Heading>
          {people.length === 0 && (
            <Paragraph>Nobody answers to you in Lanyard yet. Your administrator sets who does.</Paragraph>
          )}
          {people.length > 0 && (
            <Table
              caption={`${signed.length} of ${people.length} have signed version ${version.number}`}
              columns={[{ head: 'Name' }, { head: 'Standing' }, { head: 'Signed on' }]}
              rows={people.map(member => rowOf(member, signings.get(member.id), version.number))}
            />
          )}
        </div>
      ),
    }
  },
})

async function seenBy(reader: Reader<PersonActor>): Promise<'everybody' | ReadonlySet<PersonId>> {
  const { actor } = reader
  const all = [...mayPublish, 'designated-person', 'deputy-designated-person']
  if (all.some(role => actor.roles.includes(role as (typeof actor.roles)[number]))) return 'everybody'
  return new Set(await lineOf(reader, actor.personId))
}

function rowOf(member: Member, signing: Signing | undefined, newest: number) {
  if (!signing)
    return [
      member.name,
      <Tag key="tag" colour="red">
        Not signed
      </Tag>,
      '',
    ]
  const current = signing.number === newest
  const words = current ? 'Signed' : `Signed version ${signing.number}`
  return [
    member.name,
    <Tag key="tag" colour={current ? 'green' : 'orange'}>
      {words}
    </Tag>,
    inDays(signing.signed_at),
  ]
}
