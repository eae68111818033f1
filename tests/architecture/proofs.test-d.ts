// Mistakes that must not compile. Nothing here runs: the types layer of npm test reads it, and fails when one compiles.
import { type Permitted, type Refused, refuse } from '../../src/kit/proof.ts'
import { signPolicy } from '../../src/policies/index.ts'
import {
  type Actor,
  type Ground,
  type PersonActor,
  type Reader,
  type Recorded,
  read,
  record,
  type Writer,
  write,
} from '../../src/records/index.ts'
import { address, screen } from '../../src/screens/index.ts'

declare const ground: Ground
declare const actor: PersonActor
declare const reader: Reader<PersonActor>
declare const writer: Writer<PersonActor>
declare const policy: Parameters<typeof signPolicy>[1]
declare const version: Parameters<typeof signPolicy>[2]
declare const unchecked: typeof policy extends Permitted<'sign', infer Thing> ? Thing : never

// A thing is acted on only with the proof that somebody checked.
void signPolicy(writer, policy, version)
// @ts-expect-error the policy was found, but nobody asked whether this person may sign it
void signPolicy(writer, unchecked, version)
// @ts-expect-error permission to publish is no permission to sign
void signPolicy(writer, policy as unknown as Permitted<'publish', typeof unchecked>, version)

// A change happens inside write() only.
// @ts-expect-error a reader cannot change anything
void signPolicy(reader, policy, version)
// @ts-expect-error a reader that looks like a writer is not one
void signPolicy({ ...reader, announce: () => {} }, policy, version)
// @ts-expect-error nor does read() give one
void read(ground, actor, within => signPolicy(within, policy, version))

// A change that leaves no record cannot commit.
void write(ground, actor, within =>
  record(within, { event: 'thing.done', about: [{ kind: 'thing', id: '1' }], cites: [], content: {} }),
)
// @ts-expect-error nothing was recorded
void write(ground, actor, async () => 'done')
// @ts-expect-error the entry was recorded and its proof thrown away
void write(ground, actor, async within => {
  await record(within, { event: 'thing.done', about: [{ kind: 'thing', id: '1' }], cites: [], content: {} })
})
void write(ground, actor, within =>
  record(within, {
    event: 'thing.done',
    about: [{ kind: 'thing', id: '1' }],
    // @ts-expect-error a citation is of a statement that there is
    cites: ['GEN-INAP-1'],
    content: {},
  }),
)
// @ts-expect-error an event is a noun and a past verb
void record(writer, { event: 'done', about: [{ kind: 'thing', id: '1' }], cites: [], content: {} })
// @ts-expect-error an entry is about something
void record(writer, { event: 'thing.done', about: [], cites: [], content: {} })
// @ts-expect-error the proof has no other maker: it is no plain object
export const forged: Recorded<string> = { value: 'done', entryId: '1' }

// Every refusal has words on its screen.
const refusing = async (): Promise<Recorded<string> | Refused<'late'> | Refused<'full'>> => refuse('late')
const place = address('/somewhere/:thing', 'staff')
const shown = {
  address: place,
  fields: {},
  load: async () => ({ id: '1' }),
  show: () => ({ title: 'Somewhere', body: null }),
  submit: refusing,
  done: () => '/',
}
void screen({ ...shown, refused: { late: () => 'It is late.', full: () => 'It is full.' } })
// @ts-expect-error nothing is said when it is full
void screen({ ...shown, refused: { late: () => 'It is late.' } })
// @ts-expect-error a form that can be refused says so in words
void screen(shown)

// An address says who it opens to, and is filled in whole.
place.to({ thing: '1' })
// @ts-expect-error its name is missing
place.to()
// @ts-expect-error there is no such name
place.to({ other: '1' })
// @ts-expect-error nobody said who it opens to
address('/open')
// @ts-expect-error there is no such role
address('/somewhere', ['root'])

// An id of one kind is no id of another.
// @ts-expect-error a person's id is not a version's
void signPolicy(writer, policy, actor.personId)

export type Acts = Actor
