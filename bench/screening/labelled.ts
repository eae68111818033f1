import type { Category } from '../../src/screening/index.ts'
import { screen } from '../../src/screening/index.ts'
import { labelledMessages, labelledOrganisation } from '../../src/screening/labelled/index.ts'
import { counted, type Figure } from '../setup/figure.ts'

/**
 * What is found of the project's own labelled set, category by category: a mark is found where a finding of its category
 * overlaps it. Anything found in a message that has no mark is a false alarm.
 */
export function labelledQuality(): Figure[] {
  const counts = new Map<Category, { hits: number; all: number }>()
  let [quiet, alarms] = [0, 0]
  for (const { text, by, before, spans } of labelledMessages) {
    const found = screen(text, { speaker: by, before, allowed: labelledOrganisation })
    if (spans.length === 0) {
      quiet++
      if (found.length > 0) alarms++
    }
    for (const { from, to, category } of spans) {
      const count = counts.get(category) ?? { hits: 0, all: 0 }
      counts.set(category, count)
      count.all++
      if (found.some(one => one.category === category && one.from < to && from < one.to)) count.hits++
    }
  }
  const all = [...counts].toSorted(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)))
  return [
    ...all.map(([category, one]) =>
      counted(`labelled: recall, ${category} (${one.all})`, one.hits / one.all),
    ),
    counted(
      'labelled: recall, all',
      all.reduce((sum, [, { hits }]) => sum + hits, 0) / all.reduce((sum, [, one]) => sum + one.all, 0),
    ),
    counted(`labelled: false alarms, messages with nothing in them (${quiet})`, alarms / quiet),
  ]
}
