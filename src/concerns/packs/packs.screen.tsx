import { inFull } from '../../kit/clock.ts'
import { organisationFacts, staff } from '../../people/index.ts'
import { inVault, type PersonId } from '../../records/index.ts'
import { byInWords, isPackBody, outsideBody, type PackBody, packs, type Step } from '../../routing/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading } from '../../ui/index.ts'
import { concernHere } from '../access.ts'
import { selectSubjects } from '../casework/queries.ts'
import { routeSince, settingsOf } from '../limits.ts'
import { selectSteps } from '../queries.ts'
import { routes } from '../routes.ts'
import type { StepTable } from '../tables.ts'

/** Whom to tell outside, in the order of the route, and what each was handed already. */
export const packsScreen = screen({
  address: routes.packs,
  load: async (reader, at) => {
    const row = await concernHere(reader, at.concern)
    if (!row) return undefined
    const names = new Map((await staff(reader)).map(({ id, name }) => [id, name]))
    const settings = settingsOf(await organisationFacts(reader))
    const [steps, subjects] = await inVault(reader, async ({ db, actor }) => [
      await selectSteps(db, actor.agencyId, row.id),
      await selectSubjects(db, actor.agencyId, row.id),
    ])
    return {
      row,
      names,
      route: routeSince(row, subjects, settings).map(({ step }) => step),
      made: steps.filter(({ step }) => step === 'pack-made'),
    }
  },
  show: ({ thing: { row, names, route: steps, made } }) => {
    const asked = steps.flatMap(step =>
      step.to && isPackBody(step.to) && step.weight !== 'must-not' ? [{ step, body: step.to }] : [],
    )
    // Each body once: the first of its steps is the one that cannot wait longest.
    const once = asked.filter(({ body }, at) => asked.findIndex(one => one.body === body) === at)
    const others = (Object.keys(packs) as PackBody[]).filter(one => !asked.some(({ body }) => body === one))
    return {
      title: 'What to hand over',
      back: { href: routes.concern.to({ concern: row.id }), text: 'The concern' },
      body: (
        <>
          <Heading>What to hand over</Heading>
          <Inset>In danger now: call 999 first. Nothing here is needed for that.</Inset>
          <Subheading>Whom this is to be told to</Subheading>
          {asked.length === 0 && (
            <Paragraph>Nobody outside, from what was said so far. You may tell any of those below.</Paragraph>
          )}
          <ul class="ly-list">
            {once.map(({ step, body }) => (
              <Asked key={step.id} step={step} body={body} concern={row.id} />
            ))}
          </ul>
          {made.length > 0 && <Made {...{ made, names }} concern={row.id} />}
          <Subheading>Others</Subheading>
          <ul class="ly-list">
            {others.map(body => (
              <li key={body}>
                <Link href={routes.makePack.to({ concern: row.id, body })}>{outsideBody(body).name}</Link>
                <span class="ly-list__aside">{outsideBody(body).takes}</span>
              </li>
            ))}
          </ul>
        </>
      ),
    }
  },
})

const Made = (about: {
  readonly made: readonly StepTable[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly concern: string
}) => (
  <>
    <Subheading>Made so far</Subheading>
    <ul class="ly-list">
      {about.made.map(({ id, body, piece_id, taken_by, taken_at }) => (
        <li key={id}>
          <Link href={routes.pack.to({ concern: about.concern, pack: piece_id ?? '' })}>
            {body && outsideBody(body).name} ({inFull(taken_at)})
          </Link>
          <span class="ly-list__aside">{(taken_by && about.names.get(taken_by)) || 'Somebody'}</span>
        </li>
      ))}
    </ul>
  </>
)

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

interface AskedProps {
  readonly step: Step
  readonly body: PackBody
  readonly concern: string
}
const Asked = ({ step: { by, why }, body, concern }: AskedProps) => (
  <li>
    <Link href={routes.makePack.to({ concern, body })}>{outsideBody(body).name}</Link>
    <span class="ly-list__aside">
      {asSentence(byInWords(by))} {why}
    </span>
  </li>
)
