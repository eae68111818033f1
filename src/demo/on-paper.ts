import { answerSheet, codeOf, policyToRecord, recordSheet, sheetToSee } from '../policies/index.ts'
import { type Ground, type PersonActor, type PersonId, write } from '../records/index.ts'

/** Somebody who signed on paper: recorded by their manager, confirmed by a second person, as people do it. */
export async function signOnPaper(
  ground: Ground,
  policyId: string,
  who: {
    readonly signer: PersonId
    readonly manager: PersonActor
    readonly second: PersonActor
    readonly explained: string
  },
): Promise<void> {
  const signedOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(ground.clock())
  const sheet = await write(ground, who.manager, async writer => {
    const policy = await policyToRecord(writer, policyId)
    if (!policy) throw new Error('the demo’s manager has no policy to record')
    return recordSheet(writer, policy, {
      code: codeOf(policy.found.version),
      persons: [who.signer],
      // The Canadian way of writing a day is the calendar's own.
      signedOn: signedOn as Parameters<typeof recordSheet>[2]['signedOn'],
      keptAt: 'The green folder in the office at Riverside',
      explained: who.explained,
      asked: who.second.personId,
    })
  })
  if (!('id' in sheet)) throw new Error(`the demo’s sheet was refused: ${sheet.reason}`)
  await write(ground, who.second, async writer => {
    const seen = await sheetToSee(writer, sheet.id)
    if (!seen) throw new Error('the demo’s second person sees no sheet')
    return answerSheet(writer, seen, { answer: 'confirmed', words: '' })
  })
}
