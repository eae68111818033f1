import { Table } from '../ui/index.ts'
import type { Effect } from './effect.ts'
import { comesWords } from './rules.ts'

const count = (number: number): string => number.toLocaleString('en-GB')
const messages = (number: number): string => (number === 1 ? '1 message' : `${count(number)} messages`)

/** The effect in a sentence or two. What was stopped was never stored, and nobody can be shown it. */
export function effectWords({ looked, changed }: Effect): string {
  if (looked === 0) return 'No message has been sent here yet, so there is nothing to try it on.'
  const of = looked === 1 ? 'the one message that was sent' : `the last ${messages(looked)} that were sent`
  const would =
    changed.length === 0
      ? `Nothing would have been otherwise for ${of}.`
      : `Of ${of}, ${count(changed.length)} would have been treated otherwise.`
  return `${would} What was stopped was never kept, so it is not among them.`
}

const difference = (number: number): string =>
  number === 0 ? 'The same' : number > 0 ? `${count(number)} more` : `${count(-number)} fewer`

/** How many messages more or fewer would be stopped, held, asked about and looked at. */
export const EffectTable = ({ effect: { looked, counts } }: { readonly effect: Effect }) =>
  looked === 0 ? null : (
    <Table
      caption={`The last ${messages(looked)}`}
      columns={[
        { head: 'What comes of it' },
        { head: 'As it is', numeric: true },
        { head: 'With the change', numeric: true },
        { head: 'Difference', numeric: true },
      ]}
      rows={counts.map(({ comes, before, after }) => [
        comesWords[comes],
        count(before),
        count(after),
        difference(after - before),
      ])}
    />
  )
