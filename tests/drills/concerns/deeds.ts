import { asTyped } from '../../../src/kit/clock.ts'
import { newId } from '../../../src/kit/ids.ts'
import { Person, wordsOf } from '../../setup/person.ts'
import type { frontOf } from '../../setup/server.ts'

/** A concern that was told of before the load begins, and the code one comes back to it by. */
export interface Base {
  readonly id: string
  readonly code: string
}

const kinds = ['addition', 'document', 'decision'] as const

/** One thing that is done in a concern: whoever told adds to it or hands in a document, or a decision is kept. */
export interface Deed {
  readonly kind: (typeof kinds)[number]
  readonly base: Base
  readonly words: string
  readonly key: string
}

type Front = ReturnType<typeof frontOf>

/** So many documents are handed in about one: fewer than are taken. */
const mostDocuments = 12

/** The next thing to do in it, in turn. */
export function nextDeed(base: Base, number: number): Deed {
  const key = newId()
  const turn = kinds[number % kinds.length] ?? 'addition'
  const kind = turn === 'document' && number / kinds.length >= mostDocuments ? 'addition' : turn
  return { kind, base, key, words: `Written with ${key}, and nothing else.` }
}

const told = (front: Front, code: string): Person => {
  const person = new Person(front)
  person.cookies.set('lanyard.concern', code)
  return person
}

/** Does it. Whether it was acknowledged; not where no answer came, or a page of trouble. Sent again it is the same. */
export async function does(front: Front, reader: Person, deed: Deed): Promise<boolean> {
  const answer = await sends(front, reader, deed).catch(() => undefined)
  await answer?.arrayBuffer().catch(() => {})
  return answer?.status === 303
}

function sends(front: Front, reader: Person, { kind, base, words, key }: Deed): Promise<Response> {
  if (kind === 'addition') return told(front, base.code).post('/told', { words, key })
  if (kind === 'document')
    return told(front, base.code).upload('/told/document', 'file', new File([words], 'A letter.txt'), {
      ...{ key, note: '' },
    })
  return reader.post(`/concerns/${base.id}/decide`, {
    ...{ decision: 'consulted', body: 'lado', why: words, reference: '', key },
    ...asTyped(new Date()),
  })
}

const times = (text: string, words: string): number => text.split(words).length - 1

/** What is wrong with what was acknowledged in one concern: each stands there once, by its words. */
export async function wrongWithDeeds(front: Front, reader: Person, base: Base, all: readonly Deed[]) {
  const own = all.filter(deed => deed.base === base)
  const come = wordsOf(await (await told(front, base.code).get('/told')).text())
  await reader.post(`/concerns/${base.id}/open`, { reason: 'work', words: '', key: newId() })
  const read = wordsOf(await (await reader.get(`/concerns/${base.id}?whole`)).text())
  const list = await (await reader.get(`/concerns/${base.id}/documents`)).text()
  const links = new Set(list.match(new RegExp(`/concerns/${base.id}/documents/[0-9a-f-]{36}`, 'g')))
  const papers: string[] = []
  for (const link of links) papers.push(await (await reader.get(link)).text())
  const where = { addition: come, decision: read, document: papers.join('\n') }
  const counted = own.map(({ kind, words }) => ({ kind, count: times(where[kind], words) }))
  return counted
    .filter(({ count }) => count !== 1)
    .map(({ kind, count }) => `something acknowledged (${kind}) is there ${count} times`)
}
