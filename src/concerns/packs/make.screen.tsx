import { randomUUID } from 'node:crypto'
import { emptyForm, hidden, maybeText } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { refuse } from '../../kit/proof.ts'
import { organisationFacts, roleWords, staff } from '../../people/index.ts'
import { inVault, type PersonActor, type Reader, type Writer } from '../../records/index.ts'
import { type FieldId, fields as fieldsOfPacks, isPackBody, type Known, packs } from '../../routing/index.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { Button, Heading, Hidden, Input, Inset, List, Paragraph, Textarea } from '../../ui/index.ts'
import { type Concern, concernHere, concernToRead } from '../access.ts'
import { SayWhy } from '../casework/open.screen.tsx'
import { noteOpened, openingOf } from '../casework/opening.ts'
import { routes } from '../routes.ts'
import { isLong, knownOf } from './known.ts'
import { makePack } from './make-pack.ts'

const names = Object.keys(fieldsOfPacks) as FieldId[]
const most = 20_000
const fields = {
  ...(Object.fromEntries(
    names.map(name => [name, maybeText({ max: most, called: fieldsOfPacks[name] })]),
  ) as Record<FieldId, ReturnType<typeof maybeText>>),
  key: hidden(idFrom<'draft'>),
}

/** The concern with what is known of it, for whoever makes the pack; or that their key is locked. Opening it is an entry. */
async function load(writer: Writer<PersonActor>, at: { readonly concern: string; readonly body: string }) {
  if (!isPackBody(at.body)) return undefined
  const seen = await concernHere(writer, at.concern)
  const concern = seen && (await concernToRead(writer, at.concern))
  if (!seen || !concern) return undefined
  if (concern === 'locked') return { body: at.body, seen, locked: true, known: {} } as const
  if ((await openingOf(writer, concern.row)) === 'say-why')
    return { body: at.body, seen, locked: 'say-why', known: {} } as const
  const known = knownOf(concern.said, await fromOf(writer, concern))
  await noteOpened(writer, concern)
  return { body: at.body, seen, locked: false, known } as const
}

async function fromOf(reader: Reader<PersonActor>, { row }: Concern) {
  const [office, all] = await Promise.all([organisationFacts(reader), staff(reader)])
  const { name, roles } = reader.actor
  return {
    name,
    role: roles.map(role => roleWords[role]).join(', '),
    organisation: office.name,
    phone: office.phone,
    email: office.email,
    toldBy: all.find(({ id }) => id === row.reported_by)?.name,
  }
}

/** Completes what one body is handed: what is known stands there already. */
export const makePackScreen = screen({
  address: routes.makePack,
  fields,
  loadOnRecord: load,
  show: ({ thing: { body, seen, locked, known }, form: { typed, errors } }) => {
    const { title, how, leaves } = packs[body]
    const shown = (field: FieldId) => typed[field] ?? (known as Known)[field]
    const its: readonly FieldId[] = packs[body].fields
    return {
      title,
      back: { href: routes.packs.to({ concern: seen.id }), text: 'What to hand over' },
      body:
        locked === 'say-why' && Object.keys(typed).length === 0 ? (
          <SayWhy concern={seen.id} form={emptyForm} />
        ) : (
          <>
            <Heading>{title}</Heading>
            {/* What was typed before the key was locked stays there: it is sealed without it. */}
            {locked && Object.keys(typed).length === 0 ? (
              <UnlockFirst next={routes.makePack.to({ concern: seen.id, body })} />
            ) : (
              <form method="post" noValidate>
                <Paragraph>{how}</Paragraph>
                <Inset>
                  What we know stands here already. Complete it, and take out what is not so. What stays empty
                  goes as “not known”. Left out on purpose: {leaves.charAt(0).toLowerCase() + leaves.slice(1)}
                </Inset>
                <Hidden name="key" value={typed.key ?? randomUUID()} />
                {its.map(field => (
                  <Field key={field} field={field} value={shown(field)} error={errors[field]} />
                ))}
                <Button once>Make it</Button>
              </form>
            )}
          </>
        ),
    }
  },
  submit: async (writer, { body, seen, locked }, { key, ...typed }) => {
    if (locked) return refuse('locked')
    const its: readonly FieldId[] = packs[body].fields
    const known: Known = Object.fromEntries(its.map(field => [field, typed[field] ?? '']))
    return inVault(writer, inside => makePack(inside, seen, { body, known, key }))
  },
  done: (pack, { seen }) => routes.pack.to({ concern: seen.id, pack }),
  told: () => 'It is made, and kept here. Nothing was sent: hand it over now.',
  refused: {
    locked: () =>
      'It was not made: your key is locked again, or the day is over on which you said why you open this. Open the concern in another window, and send this once more. What you wrote still stands here.',
    incomplete: ({ facts: { says } }) =>
      says.length === 1 ? `It was not made. ${says[0]}` : <List items={['It was not made.', ...says]} />,
  },
})

const Field = (one: {
  readonly field: FieldId
  readonly value: string | undefined
  readonly error: string | undefined
}) => {
  const shared = { name: one.field, label: fieldsOfPacks[one.field], value: one.value, error: one.error }
  return isLong(one.field) ? (
    <Textarea {...shared} rows={one.field === 'happened' ? 8 : 3} />
  ) : (
    <Input {...shared} />
  )
}
