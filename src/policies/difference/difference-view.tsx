import { Paragraph as Said } from '../../ui/index.ts'
import { differenceOf, type Paragraph, type Words } from './difference.ts'

// More than this is not a difference that anybody reads: the whole text says it better, and the page stays small.
const mostShown = 100
const mostCharacters = 40_000

/** What changed from one text to another: whatever did not is only counted. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const { shown, left } = within(runsOf(differenceOf(before, after)))
  if (shown.length === 0 && left === 0) return <Said>Only spaces and line ends differ. No word changed.</Said>
  return (
    <div class="ly-difference">
      <Said>Words that were removed are crossed out. Words that were added are underlined.</Said>
      {shown.map((run, at) => (
        <Run key={at} run={run} />
      ))}
      {left > 0 && (
        <Said>
          {left} more {left === 1 ? 'change is' : 'changes are'} too long to show here. Read the whole text.
        </Said>
      )}
    </div>
  )
}

type Change = Exclude<Paragraph, { kind: 'same' }>
type Run = Paragraph | { readonly kind: 'unchanged'; readonly count: number }
const isChange = (run: Run): run is Change => run.kind !== 'unchanged'

/** The changes, and between them how many paragraphs stayed as they were. Nothing, when nothing changed. */
function runsOf(told: readonly Paragraph[]): readonly Run[] {
  const runs: Run[] = []
  let unchanged = 0
  for (const one of told) {
    if (one.kind === 'same') unchanged++
    else {
      if (unchanged > 0) runs.push({ kind: 'unchanged', count: unchanged })
      runs.push(one)
      unchanged = 0
    }
  }
  if (unchanged > 0 && runs.length > 0) runs.push({ kind: 'unchanged', count: unchanged })
  return runs
}

/** As many of the runs from the first as fit, and how many changes are left. */
function within(runs: readonly Run[]): { readonly shown: readonly Run[]; readonly left: number } {
  let characters = 0
  const fits = runs.findIndex((run, at) => {
    if (isChange(run)) characters += lengthOf(run)
    return at >= mostShown || characters > mostCharacters
  })
  if (fits === -1) return { shown: runs, left: 0 }
  return { shown: runs.slice(0, fits), left: runs.slice(fits).filter(isChange).length }
}

const lengthOf = (change: Change): number =>
  change.kind === 'changed'
    ? change.words.reduce((sum, { text }) => sum + text.length, 0)
    : change.text.length

function Run({ run }: { readonly run: Run }) {
  if (run.kind === 'unchanged')
    return (
      <p class="govuk-hint">
        {run.count === 1 ? '1 paragraph is unchanged' : `${run.count} paragraphs are unchanged`}
      </p>
    )
  if (run.kind === 'changed')
    return (
      <div class="ly-difference__change">
        <p class="govuk-body govuk-!-font-weight-bold">Changed</p>
        <p class="govuk-body ly-lines">
          {run.words.map((words, at) => (
            <Marked key={at} words={words} />
          ))}
        </p>
      </div>
    )
  return (
    <div class="ly-difference__change">
      <p class="govuk-body govuk-!-font-weight-bold">{run.kind === 'added' ? 'Added' : 'Removed'}</p>
      <p class="govuk-body ly-lines">
        {run.kind === 'added' ? <ins>{run.text}</ins> : <del>{run.text}</del>}
      </p>
    </div>
  )
}

/** Words of a changed paragraph: whoever hears them is told which were added and which removed. */
function Marked({ words: { kind, text } }: { readonly words: Words }) {
  if (kind === 'same') return <>{text}</>
  const said = <span class="govuk-visually-hidden">{kind === 'added' ? '[added: ' : '[removed: '}</span>
  const end = <span class="govuk-visually-hidden">] </span>
  const words = (
    <>
      {said}
      {text.trimEnd()}
      {end}
    </>
  )
  const space = text.slice(text.trimEnd().length)
  return (
    <>
      {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
      {space}
    </>
  )
}
