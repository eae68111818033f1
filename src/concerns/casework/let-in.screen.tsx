import { chosen } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { Button, Heading, Paragraph, Radios } from '../../ui/index.ts'
import { concernToShare } from '../access.ts'
import { routes } from '../routes.ts'
import { letIn, whoMayBeLetIn } from './let-in.ts'
import { namesOf } from './queries.ts'
import { work } from './routes.ts'

/** Lets one more person read a concern. */
export const letInScreen = screen({
  address: work.letIn,
  fields: { person: chosen<'person'>('Choose whom you let in') },
  load: async (reader, at) => {
    const shared = await concernToShare(reader, at.concern)
    if (shared === undefined) return undefined
    if (shared === 'locked') return { locked: true, id: at.concern } as const
    const may = await whoMayBeLetIn(reader, shared.row)
    const names = await namesOf(reader.db, reader.actor.agencyId, [...may.keys()])
    return { locked: false, shared, may, names, id: at.concern } as const
  },
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Let somebody in',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Let somebody in</Heading>
        {thing.locked ? (
          <UnlockFirst next={work.letIn.to({ concern: thing.id })} />
        ) : thing.may.size === 0 ? (
          <Paragraph>
            There is nobody else who may read this: a designated person, a deputy or a senior manager with a
            key, who is free of it. One who has no key yet makes it under <em>My key</em>.
          </Paragraph>
        ) : (
          <form method="post" noValidate>
            <Paragraph>
              They read all of it from then on, and are told by letter that there is something to read. It
              cannot be taken back: what was read was read.
            </Paragraph>
            <Radios
              name="person"
              label="Whom?"
              value={typed.person}
              error={errors.person}
              options={[...thing.names].map(([value, text]) => ({
                value,
                text,
                ...(thing.shared.row.left_out?.includes(value)
                  ? {
                      hint: 'Left out at first: it may be about them. Let them in only if you know that it is not.',
                    }
                  : {}),
              }))}
            />
            <Button once>Let them in</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: async (writer, thing, { person }) => {
    if (thing.locked) return refuse('locked')
    const found = [...thing.may].find(([id]) => id === person)
    if (!found) return refuse('not-free')
    const [id, recipient] = found
    return letIn(writer, thing.shared, { id, recipient, why: 'added' })
  },
  done: (_, { id }) => routes.concern.to({ concern: id }),
  told: () => 'They read it from now on.',
  refused: {
    locked: () => 'Your key is locked again. Unlock it, and let them in then.',
    'not-free': () => 'They cannot be let in to this. Choose one of those on the page.',
  },
})
