import { inFull, inWords } from '../../kit/clock.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import { byInWords, outsideBody, type Step } from '../../routing/index.ts'
import { Details, Link, Paragraph, Subheading, Tag } from '../../ui/index.ts'
import type { Concern } from '../access.ts'
import { keptLater } from '../casework/kept-later.ts'
import { routes } from '../routes.ts'
import { Reach } from './reach.tsx'
import { reachOf, type Telling, type Tellings } from './tellings.ts'

interface Shown {
  readonly concern: Concern
  readonly tellings: Tellings
  readonly office: OrganisationFacts
  readonly now: Date
}

const decidedWords = { referred: 'Told', consulted: 'Asked', 'not-referred': 'Not told' } as const

/** Whom to tell outside, in short rows: who, by when, done or not. Why stands behind a line. */
export const Outside = ({ concern, tellings, office, now }: Shown) => (
  <>
    <Subheading>Whom to tell outside</Subheading>
    <ul class="ly-list ly-tellings">
      {tellings.outside.map(one => (
        <li key={one.body}>
          <Row {...one} now={now} told={concern.row.reported_at} />
        </li>
      ))}
    </ul>
    <Paragraph>
      <Link href={routes.packs.to({ concern: concern.row.id })}>What each of them is handed</Link>
    </Paragraph>
    <Details summary="Why, and how they are reached">
      {tellings.outside.map(({ body, step }) => (
        <Why key={body} step={step} reach={reachOf(body, office)} />
      ))}
      {tellings.helps.map(step => (
        <Why key={step.id} step={step} />
      ))}
    </Details>
    <Details summary="What not to do meanwhile">
      {tellings.not.map(step => (
        <Why key={step.id} step={step} />
      ))}
    </Details>
  </>
)

const Why = ({
  step: { does, why },
  reach,
}: {
  readonly step: Step
  readonly reach?: string | undefined
}) => (
  <p class="govuk-body">
    <strong>{does}</strong> {why} {reach && !does.includes(reach) && <Reach reach={reach} />}
  </p>
)

function Row({
  body,
  step,
  lateAfter,
  decided,
  now,
  told,
}: Telling & { readonly now: Date; readonly told: Date }) {
  const must = step.weight === 'must'
  const late = must && lateAfter !== undefined && lateAfter < now
  const done = decided && decidedWords[decided.step as keyof typeof decidedWords]
  const at = decided?.happened_at ?? decided?.taken_at ?? told
  const kept = decided && keptLater(at, decided.taken_at, told)
  const within = byInWords(step.by)
  const until = must && lateAfter && step.by !== 'at-once' ? `: by ${inWords(lateAfter)}` : ''
  return (
    <>
      {outsideBody(body).name}{' '}
      {done ? (
        <Tag colour={decided.step === 'not-referred' ? 'grey' : 'green'}>{done}</Tag>
      ) : late ? (
        <Tag colour="red">Late</Tag>
      ) : (
        must && <Tag colour="orange">To be told</Tag>
      )}
      <span class="ly-list__aside">
        {done
          ? `Decided for ${inFull(at)}${kept ? ` (${kept})` : ''}.${must && lateAfter && decided.taken_at > lateAfter ? ' It was late.' : ''}`
          : `${must ? 'Must' : 'May'} be told, ${within}${until}.`}
      </span>
    </>
  )
}
