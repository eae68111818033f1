import { dayAt, whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { ButtonLink, Heading, Link, List, Prose, SummaryList, Tag } from '../ui/index.ts'
import { policyToSign } from './access.ts'
import { Downloads } from './out/downloads.tsx'
import { ownerOf } from './register/register.ts'
import { routes } from './routes.ts'
import {
  mayPublish,
  maySeeSignatures,
  mayWrite,
  registerStanding,
  reviewDay,
  standingWords,
} from './rules.ts'

/** One policy, as it stands now. */
export const policyScreen = screen({
  address: routes.policy,
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    return found && { ...found, owner: await ownerOf(reader, found.policy.id) }
  },
  show: ({ thing: { policy, version, signature, owner }, actor, now }) => {
    const to = { policy: policy.id }
    const has = (roles: readonly (typeof actor.roles)[number][]) =>
      roles.some(role => actor.roles.includes(role))
    const more = [
      version.number > 1 && (
        <Link href={routes.version.to({ ...to, number: `${version.number}` })}>
          What changed in version {version.number}, and earlier versions
        </Link>
      ),
      has(maySeeSignatures) && <Link href={routes.signatures.to(to)}>Who has signed</Link>,
      <Link href={routes.fit.to(to)}>How it stands to the guidance</Link>,
      (has(mayWrite) || owner?.owner_id === actor.personId) && (
        <Link href={routes.draft.to(to)}>Write a new version, or go on with one</Link>
      ),
      has(mayPublish) && <Link href={routes.owner.to(to)}>Change its owner or review date</Link>,
      owner && (owner.owner_id === actor.personId || has(mayPublish)) && (
        <Link href={routes.review.to(to)}>Review it</Link>
      ),
    ].filter(Boolean)
    const of = { publishedAt: version.published_at, reviewOn: owner?.review_on ?? null }
    const { words, colour } = standingWords[registerStanding(of, now)]
    return {
      title: policy.title,
      back: { href: routes.policies.to(), text: 'Policies' },
      body: (
        <>
          <Heading>{policy.title}</Heading>
          <SummaryList
            rows={[
              { key: 'Version', value: `${version.number}, from ${inDays(version.published_at)}` },
              { key: 'What changed', value: version.change_note || 'Nothing is said' },
              { key: 'Owner', value: owner?.name ?? 'Nobody is named' },
              {
                key: 'Review by',
                value: (
                  <>
                    {whenInWords(reviewDay(of) ?? dayAt(now))} <Tag colour={colour}>{words}</Tag>
                  </>
                ),
              },
              {
                key: 'You',
                value: signature ? (
                  <>
                    Signed on {inDays(signature.signed_at)}.{' '}
                    <Link href={routes.signed.to(to)}>Your receipt</Link>
                  </>
                ) : (
                  'You have not signed this version'
                ),
              },
            ]}
          />
          {!signature && <ButtonLink href={routes.sign.to(to)}>Read and sign</ButtonLink>}
          <List items={more} />
          <Downloads policy={policy.id} number={version.number} />
          <Prose text={version.text} contents />
        </>
      ),
    }
  },
})
