import { checkProof, type LogKeys, namedOnProof, trusting } from '../records/index.ts'
import type { Content } from '../screens/index.ts'
import { Heading, Link, Panel, Paragraph, Warning } from '../ui/index.ts'
import { routes } from './routes.ts'
import { proofWords } from './words.ts'

/** Says in plain words whether somebody’s proof of what they told holds. It shows none of it, and keeps nothing. */
export function proofResult(file: string, keys: LogKeys): Content {
  const slug = keys.slugOf(namedOnProof(file) ?? '')
  const check = checkProof(file, trusting(slug === undefined ? [] : [keys.log(slug).vkey], []).logs)
  const { title, says } = proofWords(check)
  return {
    title,
    body: (
      <>
        {check.result === 'holds' ? (
          <Panel title={title}>{says}</Panel>
        ) : (
          <>
            <Heading>{title}</Heading>
            <Warning>{says}</Warning>
          </>
        )}
        <Paragraph>
          <Link href={routes.check.to()}>Check another</Link>
        </Paragraph>
      </>
    ),
  }
}
