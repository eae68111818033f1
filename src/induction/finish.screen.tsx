import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Link, List, Paragraph } from '../ui/index.ts'
import { walkToGoOn } from './access.ts'
import { passInduction } from './pass-induction.ts'
import { routes } from './routes.ts'
import { type Part, placeIn, toDo, type Walking } from './walking.ts'

/** The end of the path: what is not yet done, or the button that says it is all done. */
export const finishScreen = screen({
  address: routes.finish,
  fields: {},
  load: reader => walkToGoOn(reader),
  show: ({ thing: walking }) => {
    const left = toDo(walking)
    return {
      title: left.length === 0 ? 'You have come to the end' : 'Not yet done',
      back: { href: routes.path.to(), text: 'Your induction' },
      body: left.length === 0 ? <Done /> : <NotYet walking={walking} left={left} />,
    }
  },
  submit: passInduction,
  done: () => routes.passed.to(),
  refused: {
    'not-yet': () =>
      'A part of your induction is not done yet, so it is not finished. Do what stands below, and finish then.',
  },
})

const Done = () => (
  <>
    <Heading>You have come to the end</Heading>
    <Paragraph>
      You have read it, thought about it, and answered all of it. When you finish, it goes on the record that
      you did, and you get a receipt.
    </Paragraph>
    <form method="post">
      <Button once>Finish my induction</Button>
    </form>
  </>
)

const NotYet = ({ walking, left }: { readonly walking: Walking; readonly left: readonly Part[] }) => (
  <>
    <Heading>Not yet done</Heading>
    <Paragraph>Before you can finish, there is still:</Paragraph>
    <List
      items={left.map(part => (
        <Link key={part.id} href={placeIn(walking, part)}>
          {part.title}
        </Link>
      ))}
    />
    <form method="post">
      <ButtonLink href={routes.path.to()}>Go back to the path</ButtonLink>
    </form>
  </>
)
