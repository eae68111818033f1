import { fileAnswer } from '../../kit/documents/index.ts'
import { type Ground, type LogKeys, proofFile } from '../../records/index.ts'
import { type AnyHandler, handler } from '../../screens/index.ts'
import { Details, Link, Paragraph } from '../../ui/index.ts'
import { toldBy } from '../access.ts'
import { codeIn } from '../code-cookie.ts'
import { routes } from '../routes.ts'
import { slugOf } from '../where.ts'

/**
 * What whoever reported something keeps to prove later what they said and when: their words as they were sealed, and a note
 * by the vault’s key over the hash of them and the time. With `?words=no`, without the words. It has no place in a log, so that
 * it says nothing of other concerns.
 */
export const proofPage = (ground: Ground, keys: LogKeys): AnyHandler =>
  handler(routes.proof, {
    async get({ request, url, missing }) {
      const code = codeIn(request)
      const told = code && (await toldBy(ground, code))
      if (!told) return missing()
      const signer = keys.log(`${await slugOf(ground, told.home)}-vault`)
      const stated = { commitment: told.row.commitment, at: told.row.reported_at }
      const withWords = url.searchParams.get('words') !== 'no'
      const file = proofFile(signer, stated, withWords ? told.text : undefined)
      return fileAnswer(Buffer.from(file), 'json', withWords ? 'What I told' : 'That I told')
    },
  })

/** How to have it, on the page of whoever comes back. */
export const ProofOffer = () => (
  <Details summary="Prove later what you said">
    <Paragraph>
      <Link href={routes.proof.to()}>Save a file with your words</Link>. It proves that you said exactly this,
      and when. Anybody can check it at /check. Keep it where nobody else looks.
    </Paragraph>
    <Paragraph>
      <Link href={`${routes.proof.to()}?words=no`}>Save a file without your words</Link>. It proves that you
      told something, and when, and says nothing of what.
    </Paragraph>
  </Details>
)
