import { agreementJobs } from './agreements/index.ts'
import { approachJobs } from './approaches/index.ts'
import { type Channels, channelJobs } from './channels/index.ts'
import { type Checking, chainJobs, concernJobs, documentJobs } from './concerns/index.ts'
import { draftingJobs } from './drafting/index.ts'
import { exportJobs } from './exports/index.ts'
import { followUpJobs } from './follow-up/index.ts'
import { inductionJobs } from './induction/index.ts'
import { allKept } from './kept.ts'
import { openPool } from './kit/db/index.ts'
import { runJobs } from './kit/jobs/index.ts'
import type { Mail } from './kit/mail/index.ts'
import { libraryJobs } from './library/index.ts'
import { messageJobs } from './messages/index.ts'
import { noticeJobs } from './notices/index.ts'
import { ownRulesJobs } from './own-rules/index.ts'
import { peopleJobs, type Way } from './people/index.ts'
import { policiesJobs } from './policies/index.ts'
import { posterJobs } from './posters/index.ts'
import type { Ground } from './records/index.ts'
import { retentionJobs, retentionTimes } from './retention/index.ts'
import { reviewJobs } from './reviews/index.ts'
import { sealingJobs } from './sealing/index.ts'
import { isStopped, type Notify, sendText, textJobs } from './texts/index.ts'

/** Everything that is done after a change has committed, one capability to a line. Returns how to stop. */
export async function jobsOf(about: {
  readonly ownerUrl: string
  readonly ground: Ground
  readonly mail: Mail
  /** The ways out that are connected. */
  readonly channels: Channels
  /** GOV.UK Notify, where it is connected; and the ways that families can be reached here. */
  readonly texts: Notify | undefined
  readonly ways: readonly Way[]
  readonly url: string
  /** How documents are checked for viruses. */
  readonly checking: Checking
  readonly fault: (error: unknown, about: string) => void
}): Promise<() => Promise<void>> {
  const pool = openPool(about.ownerUrl, 8, 'lanyard jobs')
  const stop = await runJobs({
    pool,
    tasks: {
      ...peopleJobs(about.ground, about.mail, about.url, about.texts && sendText(about.texts)),
      ...policiesJobs(about.ground),
      ...messageJobs(about.ground),
      ...agreementJobs(about.ground),
      ...draftingJobs(about.ground),
      ...libraryJobs(about.ground),
      ...posterJobs(about.ground),
      ...inductionJobs(about.ground),
      ...ownRulesJobs(about.ground),
      ...messageJobs(about.ground),
      ...reviewJobs(about.ground),
      ...channelJobs(about.ground, about.channels),
      ...textJobs(about.ground, about.texts, about.ways),
      ...approachJobs(about.ground),
      ...concernJobs(about.ground),
      ...documentJobs(about.ground, about.checking),
      ...noticeJobs(about.ground, {
        mail: about.mail,
        url: about.url,
        text: about.texts && { send: sendText(about.texts), isStopped },
      }),
      ...exportJobs(about.ground),
      ...sealingJobs(about.ground),
      ...chainJobs(about.ground, about.mail, about.url),
      ...retentionJobs(about.ground, allKept),
      ...followUpJobs(about.ground, about.mail, about.url),
      'tidy-entrances': async () => {
        await pool.query('select tidy_entrances($1)', [about.ground.clock()])
      },
    },
    crontab: [
      '* * * * * look-at-deliveries',
      '*/10 * * * * look-for-texts',
      '*/10 * * * * owe-signatures',
      '40 * * * * draw-reviews',
      '*/10 * * * * publish-approved',
      '*/10 * * * * follow-up-duties',
      '* * * * * release-messages',
      '*/10 * * * * look-at-pauses',
      '23 3 * * * tidy-entrances',
      '15 5 * * * owe-checks',
      '45 5 * * * owe-reviews',
      '35 5 * * * look-at-keys',
      '20 7 * * * look-at-chain',
      '25 5 * * * look-at-posters',
      '30 5 * * * owe-induction',
      '50 5 * * * owe-decisions',
      '55 5 * * * owe-renewals',
      '55 5 * * * look-at-approaches',
      '*/20 * * * * look-at-worries',
      '*/10 * * * * look-at-concerns',
      '10 6 * * * owe-kept-concerns',
      '* * * * * check-documents',
      ...retentionTimes,
    ].join('\n'),
    fault: about.fault,
  })
  return async () => {
    await stop()
    await pool.end()
  }
}
