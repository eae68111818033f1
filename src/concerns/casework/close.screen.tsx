import { randomUUID } from 'node:crypto'
import { choice, hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { inVault } from '../../records/index.ts'
import { outsideBodies } from '../../routing/index.ts'
import { Button, Heading, Hidden, Inset, Paragraph, Radios, Textarea } from '../../ui/index.ts'
import { concernHere } from '../access.ts'
import { routes } from '../routes.ts'
import { screenWithKey } from '../with-key.tsx'
import { closeOrOpen, isAboutAdult, type Standing, type Toward } from './close.ts'
import { selectStanding, selectSubjects } from './queries.ts'
import { work } from './routes.ts'

const titles: Readonly<Record<Standing, string>> = {
  open: 'Close this concern',
  asked: 'Close this concern, or keep it open',
  closed: 'Open this concern again',
}

/** Closes a concern, with why; one about an adult takes a second person. Opens a closed one again. */
export const closeScreen = screenWithKey({
  address: work.close,
  fields: {
    toward: choice(['close', 'open'] as const satisfies readonly Toward[], 'Say which'),
    words: text({ max: 20_000, called: 'Why', required: 'Say why' }),
    key: hidden(idFrom<'draft'>),
  },
  load: async (reader, at) => {
    const row = await concernHere(reader, at.concern)
    if (!row) return undefined
    return inVault(reader, async ({ db, actor }) => {
      const last = await selectStanding(db, actor.agencyId, row.id)
      const named = await selectSubjects(db, actor.agencyId, row.id)
      const standing: Standing =
        last?.step === 'closed' ? 'closed' : last?.step === 'close-asked' ? 'asked' : 'open'
      return {
        row,
        standing,
        asker: standing === 'asked' ? last?.taken_by : undefined,
        two: isAboutAdult(row, named),
      }
    })
  },
  show: ({ thing: { row, standing, asker, two }, actor, form: { typed, errors } }) => ({
    title: titles[standing],
    back: { href: routes.concern.to({ concern: row.id }), text: 'The concern' },
    body: (
      <>
        <Heading>{titles[standing]}</Heading>
        {standing === 'asked' && asker === actor.personId ? (
          <Inset>You asked to close it. Another who reads it says yes, or keeps it open.</Inset>
        ) : (
          <form method="post" noValidate>
            <Hidden name="key" value={typed.key ?? randomUUID()} />
            {two && standing === 'open' && (
              <Paragraph>
                It is about an adult who works with children, or may be: you ask, and another who reads it
                closes it.
              </Paragraph>
            )}
            {standing === 'asked' ? (
              <Radios
                name="toward"
                label="What do you say?"
                value={typed.toward}
                error={errors.toward}
                options={[
                  { value: 'close', text: 'Close it' },
                  { value: 'open', text: 'Keep it open' },
                ]}
              />
            ) : (
              <Hidden name="toward" value={standing === 'closed' ? 'open' : 'close'} />
            )}
            <Textarea
              name="words"
              label="Why?"
              hint={
                standing === 'closed'
                  ? undefined
                  : 'What was found, what was decided, and how the child is now.'
              }
              rows={5}
              value={typed.words}
              error={errors.words}
            />
            <Button once>
              {standing === 'closed'
                ? 'Open it again'
                : two && standing === 'open'
                  ? 'Ask to close it'
                  : 'Keep this'}
            </Button>
          </form>
        )}
      </>
    ),
  }),
  submit: (writer, { row }, typed) => closeOrOpen(writer, row, typed),
  done: (_, { row }) => routes.concern.to({ concern: row.id }),
  told: (_, __, { toward }) => (toward === 'close' ? 'It is kept, with why.' : 'It is open.'),
  refused: {
    'second-person': () => 'You asked to close it. Another who reads it says yes, or keeps it open.',
    'no-second-person': () =>
      'Nobody else reads this concern who could close it with you. Let somebody in first.',
    'still-to-do': () =>
      'Something is still to be done. Say in the concern that it is done, and close it then.',
    undecided: ({ facts: { bodies } }) =>
      `It is not closed: of ${bodies.map(body => outsideBodies[body].name).join('; ')} nothing is decided yet. Tell them and keep that you did, or keep why not, and close it then.`,
    'read-first': () =>
      'It is not closed: read it first, all of it, and come back here. Two look at it before it is closed.',
    otherwise: () => 'It stands otherwise by now. Look at the page again.',
  },
})
