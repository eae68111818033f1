import { type Field, hidden } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  Heading,
  Hidden,
  Paragraph,
  Prose,
  Radios,
  Subheading,
  Tag,
} from '../../ui/index.ts'
import { policyToSign } from '../access.ts'
import { routes } from '../routes.ts'
import { passCheck } from './pass-check.ts'
import { selectUnderstanding } from './queries.ts'
import { type AskedOfText, answerNames, judged, questionsOf, shownOrder } from './questions.ts'

/** Which answer was chosen, by its place; nothing is an answer too. */
const maybeAnswer: Field<number | undefined> = {
  parse: typed => ({ ok: true, value: typed && /^\d$/.test(typed) ? Number(typed) : undefined }),
}
const mostTries = 99

/**
 * Three to five questions from the policy's own rules, before it is signed. Whoever is not right yet reads why, kindly,
 * and answers those again; what was right stays.
 */
export const understandingScreen = screen({
  address: routes.understanding,
  fields: {
    version: hidden(text => idFrom<'policy-version'>(text)),
    tries: hidden(text => (/^[1-9]\d?$/.test(text) ? Math.min(Number(text), mostTries) : undefined)),
    ...Object.fromEntries(answerNames.map(name => [name, maybeAnswer] as const)),
  },
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    if (!found) return undefined
    const { db, actor } = reader
    const [asked, passed] = await Promise.all([
      questionsOf(reader, found.version),
      selectUnderstanding(db, actor.agencyId, actor.personId, found.version.id),
    ])
    return asked.length > 0
      ? { found, asked, done: passed !== undefined || found.signature !== undefined }
      : undefined
  },
  show: ({ thing: { found, asked, done }, form, refusal }) => {
    const { policy, version } = found
    const to = { policy: policy.id }
    const typed: Readonly<Record<string, string | undefined>> = form.typed
    // A newer version asks its own questions: what was answered about the one before is not shown beside them.
    const again = refusal !== undefined && form.typed.version === version.id
    const tries = again ? Math.min(Number(form.typed.tries ?? 0) + 1, mostTries) : 1
    if (done)
      return {
        title: `Nothing to answer: ${policy.title}`,
        back: { href: routes.policy.to(to), text: policy.title },
        body: (
          <>
            <Heading>There is nothing for you to answer</Heading>
            {found.signature ? (
              <Paragraph>You have signed this version.</Paragraph>
            ) : (
              <ButtonLink href={routes.sign.to(to)}>Go on and sign</ButtonLink>
            )}
          </>
        ),
      }
    return {
      title: `Before you sign: ${policy.title}`,
      back: { href: routes.sign.to(to), text: 'Read it again' },
      body: (
        <>
          <Heading>Before you sign: {asked.length} questions</Heading>
          {!again && (
            <Paragraph>
              They are about what you have just read. Nobody is told what you answer, and you can answer
              again.
            </Paragraph>
          )}
          <form method="post" noValidate>
            <Hidden name="version" value={version.id} />
            <Hidden name="tries" value={`${tries}`} />
            {asked.map((one, at) => {
              const name = answerNames[at] ?? ''
              return (
                <OneQuestion
                  key={name}
                  name={name}
                  asked={one}
                  typed={again ? typed[name] : undefined}
                  again={again}
                />
              )
            })}
            <Button once>{again ? 'Answer again' : 'Go on'}</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, { found }, { version, tries, ...rest }) => {
    const answers: Readonly<Record<string, unknown>> = rest
    return passCheck(writer, found, {
      version,
      tries,
      answers: answerNames.map(name => answers[name] as number | undefined),
    })
  },
  done: (_, { found: { policy } }) => routes.sign.to({ policy: policy.id }),
  told: () => 'All of it is right. Now sign it.',
  refused: {
    superseded: () =>
      'A newer version was published while you were reading. Read the newer one first: what it asks is below.',
    'not-yet': ({ facts: { wrong } }) =>
      wrong === 1
        ? 'One of them is not right yet. Read why, and choose again: the others are kept.'
        : `${wrong} of them are not right yet. Read why, and choose again: what you got right is kept.`,
  },
})

interface One {
  readonly name: string
  readonly asked: AskedOfText
  readonly typed: string | undefined
  readonly again: boolean
}

function OneQuestion({ name, asked, typed, again }: One) {
  const { question } = asked
  const { chosen, right } = judged(asked, maybeAnswered(typed))
  if (again && right && typed !== undefined)
    return (
      <div class="ly-understood">
        <Hidden name={name} value={typed} />
        <Subheading>{question.asks}</Subheading>
        <Paragraph>
          <strong>{chosen?.text}</strong> <Tag colour="green">Right</Tag>
        </Paragraph>
        <Paragraph>{chosen?.why}</Paragraph>
      </div>
    )
  return (
    <>
      <Radios
        name={name}
        label={question.asks}
        labelSize="m"
        error={
          again
            ? chosen
              ? `Not quite. You chose “${chosen.text}”. ${chosen.why}`
              : 'Choose an answer'
            : undefined
        }
        options={shownOrder(question).map(at => ({
          value: `${at}`,
          text: question.answers[at]?.text ?? '',
        }))}
      />
      {again && (
        <Details summary={`Read it again: ${asked.heading}`}>
          <Prose text={asked.text} />
        </Details>
      )}
    </>
  )
}

const maybeAnswered = (typed: string | undefined): number | undefined => {
  const parsed = maybeAnswer.parse(typed)
  return parsed.ok ? parsed.value : undefined
}
