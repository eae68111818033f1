import { inFull } from '../../kit/clock.ts'
import type { ContactHours } from '../../people/index.ts'
import { Link, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { stateOf, whenItGoes } from './parts.tsx'
import type { Waiting } from './queries.ts'

/** Below what was said: what one wrote oneself and has not gone yet. Nobody else in the conversation sees it. */
export function OwnWaiting({
  waiting,
  hours,
}: {
  readonly waiting: readonly Waiting[]
  readonly hours: ContactHours
}) {
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="waits">
      <h2 class="govuk-heading-s" id="waits">
        {waiting.length === 1 ? 'Your message that waits' : 'Your messages that wait'}
      </h2>
      <ol class="ly-thread">
        {waiting.map(waits => (
          <li class="ly-message ly-message--mine ly-message--waits" key={waits.id}>
            <p class="ly-message__who">
              <strong>You</strong> <Tag colour={stateOf(waits).colour}>{stateOf(waits).words}</Tag>
            </p>
            <p class="ly-message__text ly-lines">
              {waits.body ?? 'The words of this message have been erased.'}
            </p>
            <p class="ly-message__when">
              Written at {inFull(waits.written_at)}. {whenItGoes(waits, hours, 'writer')}{' '}
              <Link href={routes.waiting.to({ waiting: waits.id })}>
                Withdraw it, or see more
                <span class="govuk-visually-hidden">
                  {' '}
                  of the message written at {inFull(waits.written_at)}
                </span>
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
