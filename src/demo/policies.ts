import { freshMadeOf } from '../clauses/index.ts'
import {
  approveDraft,
  askApproval,
  deskToWriteAt,
  draftToWrite,
  prefilled,
  startDraft,
} from '../drafting/index.ts'
import { dayAt, monthsAfter } from '../guidance/index.ts'
import { addPolicy, ownPolicy, policyToOwn } from '../policies/index.ts'
import { type Ground, type PersonActor, type Reader, system, write } from '../records/index.ts'
import { acceptableUse, agencies, type CastName, cast } from './cast.ts'
import { ourselves } from './ourselves.ts'

/** Who wrote each agency's acceptable use policy and who approved it. Whoever writes it by no role of theirs owns it. */
const behind = {
  riverside: { writer: 'grace', approver: 'dev', owned: false },
  board: { writer: 'helen', approver: 'idris', owned: true },
  hilltop: { writer: 'joan', approver: 'ivan', owned: true },
  otters: { writer: 'kofi', approver: 'maya', owned: false },
} as const satisfies Record<
  keyof typeof acceptableUse,
  { readonly writer: CastName; readonly approver: CastName; readonly owned: boolean }
>

type Acting = (name: CastName) => PersonActor

/** Puts the agency's acceptable use policy on its shelf: built from clauses by one of the cast, approved by another. */
export async function shelve(
  ground: Ground,
  agency: keyof typeof acceptableUse,
  actorOf: Acting,
): Promise<void> {
  const { writer, approver, owned } = behind[agency]
  const policy = acceptableUse[agency]
  await write(ground, system(agencies[agency].id), w =>
    addPolicy(w, { id: policy, kind: 'acceptable-use', title: 'Acceptable use policy' }),
  )
  if (owned)
    await write(ground, actorOf(approver), async w =>
      ownPolicy(w, there(await policyToOwn(w, policy)), {
        owner_id: cast[writer].id,
        review_on: monthsAfter(dayAt(w.now), 12),
      }),
    )
  await write(ground, actorOf(writer), async w =>
    startDraft(
      w,
      there(await deskToWriteAt(w, policy)),
      { way: 'clauses', madeOf: await madeFor(w, agency) },
      'clauses',
    ),
  )
  await write(ground, actorOf(writer), async w =>
    askApproval(w, there(await draftToWrite(w, policy)), {
      of: cast[approver].id,
      changeNote: 'First version',
      signAgain: true,
      effectiveOn: dayAt(w.now),
    }),
  )
  await write(ground, actorOf(approver), async w => {
    const draft = there(await draftToWrite(w, policy))
    return approveDraft(w, draft, {
      wasRead: draft.revision.number,
      effectiveOn: dayAt(w.now),
      reviewOn: null,
      seen: true,
    })
  })
}

/** Every part there is, with what is known of the organisation; the youth club says the rest of itself too. */
const madeFor = async (reader: Reader, agency: keyof typeof acceptableUse) =>
  prefilled(reader, {
    ...freshMadeOf('acceptable-use'),
    blanks: agency === 'riverside' ? ourselves.policy : {},
  })

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the demo’s policy is not there for whoever writes it')
  return found
}
