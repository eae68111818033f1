import { pointOut } from '../../routing/index.ts'
import { Heading, Hidden, Inset, Paragraph } from '../../ui/index.ts'

/** What is pointed out in somebody’s words before they go: asked once, and nothing is stopped by it. */
export const pointedOut = (words: string) =>
  pointOut(words)
    .slice(0, 5)
    .map(({ from, to, says, instead }) => ({ quoted: words.slice(from, to), says, instead }))

/** The same form again, with what was pointed out above it. Sent as it is then, it goes. */
export const BeforeSending = ({ points }: { readonly points: ReturnType<typeof pointedOut> }) => (
  <>
    <Heading>Before you send</Heading>
    <Paragraph>Nothing has been sent yet. Your words are below, as you wrote them.</Paragraph>
    {points.map(({ quoted, says, instead }, at) => (
      <Inset key={at}>
        <p>
          <strong>“{quoted}”</strong>
        </p>
        <p>{says}</p>
        <p>{instead}</p>
      </Inset>
    ))}
    <Paragraph>Change what you wish, or send it as it is.</Paragraph>
  </>
)

/** That it has been asked. It stands in no form before that, so that a kept draft cannot say otherwise. */
export const Asked = () => <Hidden name="asked" value="yes" />
