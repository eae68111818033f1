import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { factsOf } from './page-rendering/facts.ts'
import { ourPage } from './page-rendering/ours.ts'
import { mustBeSame } from './page-rendering/same-page.ts'
import { theirPage } from './page-rendering/theirs.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { interleaved } from './setup/measure.ts'

// As many pages to a round as a busy server makes in some seconds: in the first hundreds after a collection of garbage it
// makes them slower, and that would be charged to whoever makes more of them.
const rounds = 21
const pages = 1000
let number = 0

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** One whole page with an error summary, a form of six questions and a table, in our components and in govuk-frontend's. */
export async function measure(): Promise<Report> {
  for (let at = 0; at < 12; at++) mustBeSame(ourPage(factsOf(at)), theirPage(factsOf(at)))
  // As on a server that has been up for a minute: what the compiler does for either is done.
  for (let at = 0; at < 2; at++) for (const render of [ourPage, theirPage]) each(render)
  const found = await interleaved(rounds, { ours: () => each(ourPage), theirs: () => each(theirPage) })
  return {
    figures: [
      figureOf({
        what: 'a full form page rendered',
        unit: 'ms',
        rounds: found,
        ours: 'ours',
        against: { name: 'theirs', what: 'govuk-frontend’s Nunjucks macros, compiled and kept' },
        target: { ratioAtLeast: 8 },
      }),
    ],
    notes: [
      `the same page of ${Math.round(ourPage(factsOf(0)).length / 1024)} KB from both, compared element by element before measuring; processor time, so that other work on the machine counts less.`,
    ],
  }
}

/** Milliseconds of processor time for one page. */
function each(render: (facts: ReturnType<typeof factsOf>) => string): number {
  const all = Array.from({ length: pages }, () => factsOf(number++))
  // What one leaves behind is not swept up in the other's time.
  collectGarbage()
  const from = process.cpuUsage()
  for (const facts of all) render(facts)
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000 / pages
}
