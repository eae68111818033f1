import { inWords } from '../../kit/clock.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import { isPackBody, outsideBody } from '../../routing/index.ts'
import { ButtonLink, Call, Link, Paragraph, Tag, Warning } from '../../ui/index.ts'
import type { Concern } from '../access.ts'
import { type Case, standsAt } from '../casework/case-of.ts'
import { work } from '../casework/routes.ts'
import { routes } from '../routes.ts'
import { Reach } from './reach.tsx'
import { reachOf, type Telling, type Tellings, type ToDoNow, toDoNow } from './tellings.ts'

interface Shown {
  readonly concern: Concern
  readonly of: Case
  readonly tellings: Tellings
  readonly office: OrganisationFacts
  readonly now: Date
  readonly me: string
}

/** Whether somebody may be in danger, as whoever told of it said. */
export const Danger = ({ concern: { row }, of }: Pick<Shown, 'concern' | 'of'>) => {
  if (standsAt(of) === 'closed') return null
  const police = of.steps.some(({ step, body }) => step === 'referred' && body === 'police')
  if (row.facts.danger === 'no' || police)
    return (
      <Paragraph>
        {police
          ? 'The police were told. If anything changes, call '
          : 'Whoever told of it was asked first, and said that it is not danger now. If you read it otherwise, call '}
        <Call number="999" />.
      </Paragraph>
    )
  return (
    <Warning>
      {row.facts.danger === 'yes'
        ? 'Whoever told of it says that a child is in danger now. Call '
        : 'A child may be in danger now: nobody has said. Unless you are sure that none is, call '}
      <Call number="999" />.
    </Warning>
  )
}

/** The one or two things that come first, each with its time and the way to do it. */
export const Now = (shown: Shown) => {
  const { concern, of, tellings, me } = shown
  const first = toDoNow(concern, of, { tellings, me })
  if (standsAt(of) === 'closed') return null
  return (
    <section class="ly-now" aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        {first.length === 2 ? 'Two things to do now' : 'To do now'}
      </h2>
      {first.length === 0 && (
        <Paragraph>
          Nothing is waiting: what must be told outside is decided, whoever told has an answer, and nothing is
          left to be done. <Link href={work.review.to({ concern: concern.row.id })}>Look at it again</Link>,
          or close it.
        </Paragraph>
      )}
      {first.length > 0 && (
        <ol class="ly-now__list">
          {first.map(one => (
            <li key={one.kind} class="ly-now__one">
              <One {...shown} one={one} />
            </li>
          ))}
        </ol>
      )}
      <p class="govuk-body ly-now__more">
        <a class="govuk-link" href="#all-you-can-do">
          Everything you can do here
        </a>
      </p>
    </section>
  )
}

function One({ one, ...shown }: Shown & { readonly one: ToDoNow }) {
  const { concern, of, now } = shown
  const to = { concern: concern.row.id }
  if (one.kind === 'tell') return <Tell {...shown} telling={one.telling} />
  if (one.kind === 'confirm')
    return (
      <>
        <h3 class="ly-now__what">Say whether it is closed.</h3>
        <p class="ly-now__when">Somebody asked for it, and it takes a second person.</p>
        <ButtonLink href={work.close.to(to)}>Look at the closing</ButtonLink>
      </>
    )
  if (one.kind === 'answer')
    return (
      <>
        <h3 class="ly-now__what">
          {one.again ? 'Answer what they added.' : 'Tell whoever told you that you have read it.'}
        </h3>
        <When by={`By ${inWords(one.by)}.`} late={one.by < now} />
        <ButtonLink kind="secondary" href={routes.answer.to(to)}>
          Write to them
        </ButtonLink>
      </>
    )
  const { id, piece_id, owner_id, due_at } = one.action
  return (
    <>
      <h3 class="ly-now__what ly-lines">{concern.pieces.find(piece => piece.id === piece_id)?.words}</h3>
      <When by={`${of.nameOf(owner_id)}, by ${inWords(due_at)}.`} late={due_at < now} />
      <ButtonLink kind="secondary" href={work.action.to({ action: id })}>
        Say what came of it
      </ButtonLink>
    </>
  )
}

function Tell({ telling, concern, office, now }: Shown & { readonly telling: Telling }) {
  const { body, step, lateAfter } = telling
  const reach = reachOf(body, office)
  const to = { concern: concern.row.id }
  return (
    <>
      <h3 class="ly-now__what">{step.does}</h3>
      <When
        by={step.by === 'at-once' ? 'At once.' : lateAfter ? `By ${inWords(lateAfter)}.` : ''}
        late={lateAfter !== undefined && lateAfter < now}
      />
      <p class="ly-now__reach">
        {outsideBody(body).name}:{' '}
        {reach ? <Reach reach={reach} /> : 'no number was given yet. Your local authority’s website has it.'}
      </p>
      <div class="ly-acts">
        {isPackBody(body) && (
          <ButtonLink href={routes.makePack.to({ ...to, body })}>Make what they are handed</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={work.decide.to(to)}>
          Say that it was done, or why not
        </ButtonLink>
      </div>
    </>
  )
}

const When = ({ by, late }: { readonly by: string; readonly late: boolean }) => (
  <p class="ly-now__when">
    {late && <Tag colour="red">Late</Tag>} {by}
  </p>
)
