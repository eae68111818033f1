import { type StatementId, statement, toShow } from '../../guidance/index.ts'
import { inFull, inWords } from '../../kit/clock.ts'
import { type ContactHours, isWithin, nextWithin } from '../../people/index.ts'
import { screeningRules } from '../../screening/index.ts'
import { List, Paragraph, type TagProps } from '../../ui/index.ts'
import type { Kept } from '../screened.ts'
import type { StepTaken, Waiting } from './queries.ts'
import { endOf, letGoAt, notSentOtherwise, notSentWords, type Standing } from './rules.ts'

interface State {
  readonly words: string
  readonly colour: NonNullable<TagProps['colour']>
}

const endStates: Readonly<Record<string, State>> = {
  sent: { words: 'It was sent', colour: 'green' },
  withdrawn: { words: 'It was withdrawn', colour: 'grey' },
  'sent-back': { words: 'It was sent back', colour: 'orange' },
  'not-sent': { words: 'It was not sent', colour: 'orange' },
}

/** How it stands, in a word or two. */
export function stateOf(waits: Waiting): State {
  const end = endOf(waits)
  if (end) return endStates[end.step] ?? { words: end.step, colour: 'grey' }
  if (letGoAt(waits)) return { words: 'It may go', colour: 'teal' }
  return waits.why === 'held' ? { words: 'Held', colour: 'yellow' } : { words: 'Waits', colour: 'blue' }
}

/** When it goes by itself, as the hours stand now; undefined for what somebody must let go first. */
export function goesAt(waits: Waiting, hours: ContactHours): Date | undefined {
  const letGo = letGoAt(waits)
  if (letGo) return letGo
  if (!waits.goes_at) return undefined
  return isWithin(hours, waits.goes_at) ? waits.goes_at : nextWithin(hours, waits.goes_at)
}

/** The sentence that says when it goes, for its writer or for whoever answers for them. */
export function whenItGoes(waits: Waiting, hours: ContactHours, as: Standing): string {
  const at = goesAt(waits, hours)
  if (at) return `It goes on ${inWords(at)}.`
  return as === 'writer'
    ? 'It goes to no one until your manager or the designated person has read it. They let it go, or send it back to you with a word.'
    : 'It goes to no one until you, or somebody else who answers for them, have decided.'
}

/** What the screening found, in words, with the statements it cites. */
export function Found({ waits, as }: { readonly waits: Waiting; readonly as: Standing }) {
  if (waits.found.length === 0) return null
  return (
    <>
      <Paragraph>{as === 'writer' ? 'It was kept back because:' : 'What was found in it:'}</Paragraph>
      <FoundList found={waits.found} body={waits.body} instead />
    </>
  )
}

/** Each thing that was found, once: what it is, the words it stands in, and to its writer's side what to do instead. */
export function FoundList({
  found,
  body,
  instead,
}: {
  readonly found: readonly Kept[]
  readonly body: string | null
  readonly instead: boolean
}) {
  const rules = [...new Set(found.map(({ rule }) => rule))]
  const cited = toShow([
    ...new Set(rules.flatMap((rule): readonly StatementId[] => screeningRules[rule].cites)),
  ])
  return (
    <>
      <List
        items={rules.map(rule => {
          const words = found.filter(one => one.rule === rule).map(({ from, to }) => body?.slice(from, to))
          return (
            <>
              It {verb(rule)}
              {screeningRules[rule].gives}
              {words.some(Boolean) && <>: “{words.filter(Boolean).slice(0, 3).join('”, “')}”</>}.
              {instead && ` ${screeningRules[rule].instead}.`}
            </>
          )
        })}
      />
      <List
        items={cited.map(id => (
          <>
            {statement(id).says} <span class="ly-cite">{id}</span>
          </>
        ))}
      />
    </>
  )
}

const verb = (rule: Kept['rule']): string => (screeningRules[rule].category === 'C1' ? 'gives ' : '')

/** Everything that was done with it, oldest first. */
export const History = ({ waits }: { readonly waits: Waiting }) => (
  <List
    items={[
      `${waits.author} wrote it at ${inFull(waits.written_at)}`,
      ...waits.steps.map(step => (
        <>
          {saidOf(step)} at {inFull(new Date(step.at))}
          {step.step === 'not-sent' ? `. ${notSentWords[step.word ?? ''] ?? notSentOtherwise}` : ''}
          {step.word && step.step !== 'not-sent' && <>: “{step.word}”</>}
        </>
      )),
    ]}
  />
)

function saidOf({ step, name, goes_at, at }: StepTaken): string {
  if (step === 'asked') return `${name} asked for it to go now`
  if (step === 'withdrawn') return `${name} withdrew it`
  if (step === 'sent-back') return `${name} sent it back`
  if (step === 'sent') return 'It was sent'
  if (step === 'not-sent') return 'It could not go'
  const later = goes_at && new Date(goes_at) > new Date(at)
  return `${name} let it go${later ? ` from ${inWords(new Date(goes_at))}` : ''},`
}
