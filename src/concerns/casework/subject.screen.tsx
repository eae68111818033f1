import { line } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { Button, Heading, Input, Paragraph } from '../../ui/index.ts'
import { concernToShare } from '../access.ts'
import { routes } from '../routes.ts'
import { nameSubject } from './name-subject.ts'
import { work } from './routes.ts'

/** Says whom of our own a concern is about, when that becomes known. */
export const subjectScreen = screen({
  address: work.subject,
  fields: { name: line({ max: 300, called: 'Their name', required: 'Enter their name' }) },
  load: async (reader, at) => {
    const shared = await concernToShare(reader, at.concern)
    if (shared === undefined) return undefined
    return shared === 'locked'
      ? ({ locked: true, id: at.concern } as const)
      : ({ locked: false, shared, id: at.concern } as const)
  },
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Say whom it is about',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Say whom it is about</Heading>
        {thing.locked ? (
          <UnlockFirst next={work.subject.to({ concern: thing.id })} typed={typed.name} />
        ) : (
          <form method="post" noValidate>
            <Paragraph>
              Somebody who works or volunteers here. From then on they find nothing of this concern, nor does
              anybody who stands too near to them. It cannot be taken back.
            </Paragraph>
            <Paragraph>
              If it is about the designated person, the deputy is kept out too, and the head reads it. Where
              you would be the only one left to read it, whoever comes next is let in, and told so.
            </Paragraph>
            <Input
              name="name"
              label="Their full name, as it stands among our people"
              hint="If two have the same name: the address of their page."
              value={typed.name}
              error={errors.name}
            />
            <Button once>It is about them</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: async (writer, thing, { name }) =>
    thing.locked ? refuse('locked') : nameSubject(writer, thing.shared, name),
  done: ({ stays }, { id }) => (stays ? routes.concern.to({ concern: id }) : routes.concerns.to()),
  told: ({ stays, came }) =>
    [
      'They find nothing of it from now on.',
      came.length > 0 && `${came.join(' and ')} reads it from now on, and is told so.`,
      !stays && 'Another reads it now: you stand too near to them.',
    ]
      .filter(Boolean)
      .join(' '),
  refused: {
    locked: () => 'Your key is locked again. Unlock it, and say it then.',
    nobody: () => 'Nobody of this name works here. Check the spelling, or write who it is as a note.',
    several: () =>
      'More than one person has this name. Open the right one’s page, and copy its address here.',
    yourself: () =>
      'You cannot keep yourself out by yourself. Ask another who reads it to say so, or call the LADO.',
    'only-you': () =>
      'You have kept somebody out of this already, and nobody but you could read it then. Ask the head, or somebody else who is free of it, to make their key under My key and let them in; then say it again. Or call the LADO: they say what comes next.',
    'nobody-left': () =>
      'Nobody else here could read it then. Tell the LADO first, and ask the head to make their key.',
  },
})
