import { hidden, tick } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  Heading,
  Hidden,
  Inset,
  Paragraph,
  Prose,
  Subheading,
  Tick,
} from '../ui/index.ts'
import { policyToSign } from './access.ts'
import { Difference } from './difference/difference-view.tsx'
import { selectLastSigned, selectNotesSince } from './difference/queries.ts'
import { inductionIsOwed } from './induction-owed.ts'
import type { PolicyVersionTable } from './queries.ts'
import { routes } from './routes.ts'
import { signPolicy } from './sign-policy.ts'
import { checkOf } from './understanding/questions.ts'

/**
 * Read the policy and sign it. Until the acceptable use policy is signed, this is the only page that opens. What changed
 * since this person last signed comes first; where the text asks questions, they are answered between reading and signing.
 */
export const signPolicyScreen = screen({
  address: routes.sign,
  fields: {
    version: hidden(text => idFrom<'policy-version'>(text)),
    agree: tick('Tick the box to say that you have read the policy and will keep to it'),
  },
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    if (!found) return undefined
    const { db, actor } = reader
    const [signed, check] = await Promise.all([
      selectLastSigned(db, actor.agencyId, actor.personId, found.policy.id),
      checkOf(reader, found.version),
    ])
    const since = signed && signed.number < found.version.number ? signed : undefined
    // Whoever signs for the first time is told of the newest alone: they have read none of those before.
    const after = since?.number ?? Math.max(found.version.number - 1, 1)
    return {
      found,
      since,
      check,
      notes: await selectNotesSince(db, actor.agencyId, found.policy.id, after),
    }
  },
  show: ({ thing: { found, since, notes, check }, form, refusal }) => {
    const { policy, version, signature } = found
    const answered = check.asked > 0 && check.passed
    const toAnswer = check.asked > 0 && !check.passed && !signature
    return {
      title: `Read and sign: ${policy.title}`,
      body: (
        <>
          <Heading>Read and sign: {policy.title}</Heading>
          {policy.kind === 'acceptable-use' && !signature && !answered && (
            <Paragraph>
              Nothing else in Lanyard opens until you have read and signed this. It takes about{' '}
              {minutesToRead(version.text)} minutes.
            </Paragraph>
          )}
          {answered ? (
            <Details summary="Read it again">
              <ReadIt version={version} since={since} notes={[]} />
            </Details>
          ) : (
            <ReadIt version={version} since={since} notes={refusal ? [] : notes} />
          )}
          {toAnswer ? (
            <>
              <Paragraph>
                You are asked {check.asked} short questions about it, and then you sign. It is no test: nobody
                is told what you answer.
              </Paragraph>
              <ButtonLink href={routes.understanding.to({ policy: policy.id })}>
                I have read it: go on
              </ButtonLink>
            </>
          ) : (
            <form method="post" noValidate>
              <Hidden name="version" value={version.id} />
              <Tick
                name="agree"
                label="Your signature"
                hint={`This signs version ${version.number} exactly as you ${answered ? 'have read it' : 'read it above'}. You get a receipt.`}
                text="I have read this policy and will keep to it"
                error={form.errors.agree ?? form.errors.version}
              />
              <Button once>Sign the policy</Button>
            </form>
          )}
        </>
      ),
    }
  },
  submit: async (writer, { found }, { version }) => {
    if (found.policy.kind === 'acceptable-use' && !found.signature) await inductionIsOwed(writer)
    return signPolicy(writer, found, version)
  },
  done: (_, { found: { policy } }) => routes.signed.to({ policy: policy.id }),
  refused: {
    superseded: () =>
      'A newer version was published while you were reading, so nothing was signed. The newer text is below: read it and sign that.',
    'not-understood': () =>
      'There are a few questions to answer before you sign, so nothing was signed. Read the text below, and go on to them.',
  },
})

/** At the pace at which most people read, 230 words a minute; the signing itself is one more. */
const minutesToRead = (text: string): number => Math.ceil(text.split(/\s+/).length / 230) + 1

/** What changed since this person last signed, first; then the whole text. */
function ReadIt(about: {
  readonly version: PolicyVersionTable
  readonly since: PolicyVersionTable | undefined
  readonly notes: readonly { readonly number: number; readonly note: string }[]
}) {
  const { version, since, notes } = about
  return (
    <>
      {notes.map(({ number, note }) => (
        <Inset key={number}>
          <strong>What changed in version {number}:</strong> {note}
        </Inset>
      ))}
      {since && (
        <>
          <Subheading>What changed since you last signed version {since.number}</Subheading>
          <Difference before={since.text} after={version.text} />
          <Subheading>The whole of version {version.number}</Subheading>
        </>
      )}
      <Prose text={version.text} contents />
    </>
  )
}
