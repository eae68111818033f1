import { pointOut } from '../../routing/index.ts'
import { Heading, Hidden, Inset, Paragraph, Radios } from '../../ui/index.ts'

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

/** Above the form, where somebody in the words would read them. */
export const BeforeTheyRead = () => (
  <>
    <Heading>Before you send</Heading>
    <Paragraph>Nothing has been sent yet. There is one question. Your words are below it.</Paragraph>
  </>
)

const either = (names: readonly string[]): string => names.join(' or ')

/**
 * In the form: whether it is about somebody who is named in the words and would read them. Said of those alone who stand on the
 * page that says whom to reach, so that it tells nobody who reads what.
 */
export const IsItAbout = ({
  names,
  error,
}: {
  readonly names: readonly string[]
  readonly error?: string | undefined
}) => (
  <>
    <Hidden name="asksAbout" value="yes" />
    <Radios
      name="isAbout"
      label={`Is it about ${either(names)}?`}
      hint={`You wrote of ${names.length > 1 ? 'them' : either(names)}, who would read this. If it is about them, they do not read it, and nobody tells them. Somebody else reads it.`}
      error={error}
      options={[
        ...(names.length === 1
          ? [{ value: 'yes', text: `Yes, it is about ${names[0]}` }]
          : [
              ...names.map(name => ({ value: name, text: `Yes, it is about ${name}` })),
              { value: 'yes', text: `Yes, it is about ${names.length === 2 ? 'both' : 'all'} of them` },
            ]),
        { value: 'no', text: 'No, it is about somebody else' },
      ]}
    />
  </>
)

/** Said where the question stood in the form, and was left. */
export const answerIt = (names: readonly string[]): string => `Say whether it is about ${either(names)}`

/** The same where no name can be shown in the form: they stand in the sentence above it. */
export const IsItAboutThem = ({ value }: { readonly value?: string | undefined }) => (
  <Radios
    name="isAbout"
    label="Is it about them?"
    hint="If it is, they do not read it, and nobody tells them. Somebody else reads it."
    value={value}
    options={[
      { value: 'yes', text: 'Yes, it is about them' },
      { value: 'no', text: 'No, it is about somebody else' },
    ]}
  />
)

/** What is said above such a form. */
export const wouldReadIt = (names: readonly string[]): string =>
  `Nothing has been sent yet. ${names.join(' and ')} would read this, and stands in the words. Say below whether it is about them, and send it once more.`
