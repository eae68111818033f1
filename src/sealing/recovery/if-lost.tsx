import type { PersonActor, Reader } from '../../records/index.ts'
import { ButtonLink, Inset, Link, Paragraph, Subheading } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { heldNow } from './access.ts'
import { lostBefore } from './ask-again.screen.tsx'
import { isKept, type Keyholder } from './holder-queries.ts'
import type { RecoveryTable } from './tables.ts'

/** Who could give back what one's key opens, were it lost; and what was asked of them for one before. */
export interface Recoverability {
  readonly kept: boolean
  readonly others: readonly Keyholder[]
  readonly asked: RecoveryTable | undefined
  /** Something that was lost has not been given back, and nobody is asked for it. */
  readonly missing: boolean
}

export async function recoverability(reader: Reader<PersonActor>): Promise<Recoverability> {
  const { db, actor } = reader
  const [held, before] = await Promise.all([heldNow(reader), lostBefore(reader)])
  const kept = before ? await isKept(db, { agencyId: actor.agencyId, keyId: before.key.id }) : false
  return {
    kept,
    others: held.holders.filter(({ id, works }) => works && id !== actor.personId),
    asked: before?.open,
    missing: before?.lostId !== undefined && before.open === undefined,
  }
}

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The part of the page of one’s own key that says so. */
export const IfLost = ({ kept, others, asked, missing }: Recoverability) => (
  <>
    <Subheading>If you cannot unlock it any more</Subheading>
    {asked && (
      <Inset>
        <p class="govuk-body">
          The keyholders are asked to give you back what your lost key opened. Tell two of them yourself: they
          want to speak to you first.
        </p>
        <Link href={routes.recovery.to({ recovery: asked.id })}>See how it stands</Link>
      </Inset>
    )}
    {missing && (
      <Inset>
        <p class="govuk-body">What a key of before opened has not been given back to you.</p>
        <ButtonLink kind="secondary" href={routes.askAgain.to()}>
          Ask the keyholders
        </ButtonLink>
      </Inset>
    )}
    <Paragraph>{whoCould({ kept, others })}</Paragraph>
    <Paragraph>
      <Link href={routes.keyholders.to()}>Keyholders</Link>
    </Paragraph>
    <Paragraph>
      <Link href={routes.lost.to()}>I cannot unlock it any more</Link>
    </Paragraph>
  </>
)

function whoCould({ kept, others }: Pick<Recoverability, 'kept' | 'others'>): string {
  if (others.length < 2)
    return 'Nobody could give back what it opens yet: that takes keyholders. Keep your passphrase well.'
  const names = listed.format(others.map(({ name }) => name))
  const who = others.length === 2 ? `${names} together` : `Any two of ${names} together`
  return kept
    ? `${who} could give back to you what it opens.`
    : `${who} could give back to you what it opens, from the next time on that you unlock it.`
}
