import { inWords } from '../kit/clock.ts'
import { isWithin, nextWithin, type OrganisationFacts } from '../people/index.ts'
import type { PersonActor } from '../records/index.ts'
import { Call, Inset, List, Paragraph } from '../ui/index.ts'

/** Who there is to turn to now: 999, for a child Childline, and the organisation's own line. */
export const TurnTo = ({
  facts,
  kind,
}: {
  readonly facts: OrganisationFacts
  readonly kind: PersonActor['kind']
}) => (
  <List
    items={[
      <>
        In danger now: call <Call number="999" />. You do not need anybody’s permission.
      </>,
      kind === 'child' && (
        <>
          To talk to somebody at any time, day or night: Childline on <Call number="0800 1111" />. It is free,
          and does not show on the phone bill.
        </>
      ),
      kind === 'parent' && (
        <>
          Worried about a child: the NSPCC on <Call number="0808 800 5000" />.
        </>
      ),
      facts.phone && (
        <>
          {facts.name}: <Call number={facts.phone} />
        </>
      ),
      facts.outOfHours && (
        <>
          {facts.name} in the evening, at night and at weekends: <Call number={facts.outOfHours} />
        </>
      ),
    ].filter(Boolean)}
  />
)

/** Outside the hours of contact: that nobody may read it before they begin, and who there is to turn to now. */
export function OutsideHours({
  facts,
  kind,
  now,
}: {
  readonly facts: OrganisationFacts
  readonly kind: PersonActor['kind']
  readonly now: Date
}) {
  if (isWithin(facts.hours, now)) return null
  return (
    <Inset>
      <Paragraph>
        You can write at any time. An answer comes after {inWords(nextWithin(facts.hours, now))}. If it cannot
        wait, turn to somebody now:
      </Paragraph>
      <TurnTo facts={facts} kind={kind} />
    </Inset>
  )
}
