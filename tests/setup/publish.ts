import type { MadeOf } from '../../src/clauses/index.ts'
import { actorOf, type CastName } from '../../src/demo/index.ts'
import {
  approveDraft,
  askApproval,
  deskToWriteAt,
  draftToWrite,
  startDraft,
  withText,
} from '../../src/drafting/index.ts'
import { dayAt } from '../../src/guidance/index.ts'
import { Refused } from '../../src/kit/proof.ts'
import type { PolicyId } from '../../src/policies/index.ts'
import { type Ground, write } from '../../src/records/index.ts'
import { type Front, hiddenOn, type Person, signedIn } from './person.ts'
import { signs } from './sign.ts'

/** Who writes a version and who approves it: two people, always. */
export interface Two {
  readonly writer: CastName
  readonly approver: CastName
}
export const graceAndDev: Two = { writer: 'grace', approver: 'dev' }

export interface Published {
  readonly text: string
  readonly note?: string
  /** Whether everybody must sign again. */
  readonly again?: boolean
}

/** Publishes a version as people do: one writes it and asks, another approves it. `at` is the policy's address. */
export async function publish(
  house: Front,
  at: string,
  { text, note = 'What changed', again = false }: Published,
  { writer, approver }: Two = graceAndDev,
): Promise<void> {
  const [one, other] = [await signedIn(house, writer), await signedIn(house, approver)]
  // Nothing opens to either before they have signed what is in force.
  for (const who of [one, other]) if ((await who.get('/')).status === 303) await signs(who, at)
  const to = await one.go(`${at}/draft`, { begin: 'words' })
  const form = await (await one.get(to)).text()
  await one.go(to, { from: hiddenOn(form, 'from'), text })
  await askFor(one, other, at, { note, again })
  await approve(other, at)
}

async function askFor(
  writer: Person,
  approver: Person,
  at: string,
  { note, again }: { note: string; again: boolean },
): Promise<void> {
  const page = await (await writer.get(`${at}/draft/ask`)).text()
  const name = /I, (.+?), have read/.exec(await (await approver.get(`${at}/draft/approve`)).text())?.[1]
  const options = [...page.matchAll(/<option[^>]* value="([0-9a-f-]{36})"[^>]*>([^<]+)/g)]
  const of = (options.find(([, , text]) => text === name) ?? options[0])?.[1] ?? ''
  const effective = dayAt(new Date())
  await writer.go(`${at}/draft/ask`, { of, note, effective, ...(again ? { again: 'yes' } : {}) })
}

/** Approves the draft as it stands, having seen what it does not say. It is in force at once. */
export async function approve(approver: Person, at: string): Promise<void> {
  const page = await (await approver.get(`${at}/draft/approve`)).text()
  const effective = dayAt(new Date())
  await approver.go(`${at}/draft/approve`, {
    from: hiddenOn(page, 'from'),
    effective,
    seen: 'yes',
    name: 'yes',
  })
}

/** As `publish`, by the verbs alone: for tests of what happens at the same time. */
export async function publishByVerbs(
  ground: Ground,
  policy: PolicyId,
  words: string | MadeOf,
): Promise<void> {
  const [grace, dev] = [actorOf('grace'), actorOf('dev')]
  const there = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error('no policy to write')
    return found
  }
  const way = typeof words === 'string' ? 'words' : 'clauses'
  const madeOf = typeof words === 'string' ? withText({ parts: [], blanks: {} }, words) : words
  await write(ground, grace, async w =>
    startDraft(w, there(await deskToWriteAt(w, policy)), { way, madeOf }, way),
  )
  await write(ground, grace, async w =>
    askApproval(w, there(await draftToWrite(w, policy)), {
      of: dev.personId,
      changeNote: '',
      signAgain: true,
      effectiveOn: dayAt(w.now),
    }),
  )
  const done = await write(ground, dev, async w => {
    const draft = there(await draftToWrite(w, policy))
    const wasRead = draft.revision.number
    return approveDraft(w, draft, { wasRead, effectiveOn: dayAt(w.now), reviewOn: null, seen: true })
  })
  if (done instanceof Refused) throw new Error(`not approved: ${done.reason}`)
}
