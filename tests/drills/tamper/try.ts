import { checkReceipt, type Problem, trusting } from '../../../src/records/index.ts'
import type { TestDatabase } from '../../setup/copies.ts'
import { copyRecord, type DemoRecord } from './record.ts'
import type { Named, Way } from './way.ts'

export interface Tried {
  readonly name: string
  /** What verification said first. */
  readonly said: string
  /** What was not caught, or not named; undefined when it was. */
  readonly missed: string | undefined
}

/** Rewrites a fresh copy in one way, verifies it, and says whether the first thing named is the thing rewritten. */
export async function tryWay(
  record: DemoRecord,
  copy: (template?: string) => Promise<TestDatabase>,
  way: Way,
): Promise<Tried> {
  const one = await copyRecord(record, copy, way.from)
  try {
    const named = await way.rewrite(one)
    const { problems } = await one.verify(way.keys)
    const agency = named.agency ?? 'riverside-youth'
    const first = problems.find(problem => problem.agency === agency)
    return { name: way.name, said: first?.what ?? 'nothing', missed: whatIsMissed(named, first) }
  } finally {
    await one.close()
  }
}

function whatIsMissed(named: Named, first: Problem | undefined): string | undefined {
  if (!first) return 'it was not noticed'
  if (named.entryId && first.entryId !== named.entryId) return `another entry was named: ${first.entryId}`
  if (named.position !== undefined && first.position !== named.position)
    return `another place was named: ${first.position}, not ${named.position}`
  if (!named.says.test(first.what)) return `something else was said: ${first.what}`
  return undefined
}

const another = (letter: string): string => (letter === 'A' ? 'B' : 'A')

/** Alters a receipt in every field, and as a whole, and says which altered ones still hold. */
export function tryReceipts({ receipt, keys }: DemoRecord): Tried[] {
  const trusted = trusting([keys.log('riverside-youth').vkey], [keys.witness('marlow-vale-board').vkey])
  if (checkReceipt(receipt, trusted).result !== 'holds') throw new Error('the receipt does not hold as it is')
  const alterations: Readonly<Record<string, (text: string) => string>> = {
    'who signed': text => text.replace(/"who":"[^"]*"/, '"who":"00000000-0000-7000-8000-000000000012"'),
    'when it was signed': text => text.replace(/"at":"\d{4}/, '"at":"2019'),
    'what happened': text => text.replace('policy.signed', 'policy.refused'),
    'its content': text => text.replace(/"signed_at":"\d{4}/, '"signed_at":"2019'),
    'its place in the log': text => text.replace(/"index":\d+/, '"index":0'),
    'its proof': text => text.replace(/(?<="proof":\[")./, another),
    'its checkpoint’s size': text => text.replace(/\\n\d+\\n/, '\\n9999\\n'),
    'its cosignature': text => text.replace(/(?<=board [A-Za-z0-9+/]{30})./, another),
    'its salt': text => text.replace(/(?<="salt":")./, another),
  }
  return Object.entries(alterations).map(([what, alter]) => {
    const altered = alter(receipt)
    const check = checkReceipt(altered, trusted)
    const unaltered = altered === receipt ? 'it was not altered' : undefined
    return {
      name: `alter a receipt: ${what}`,
      said: check.result,
      missed: unaltered ?? (check.result === 'holds' ? 'it still held' : undefined),
    }
  })
}
