import { passCheck, policyToSign, questionsOf, signPolicy } from '../policies/index.ts'
import { type Ground, type PersonActor, type Writer, write } from '../records/index.ts'

/** Somebody who read the policy, answered what it asks, all of it right, and signed. */
export async function signOnScreen(ground: Ground, policyId: string, person: PersonActor): Promise<void> {
  const toSign = async (writer: Writer<PersonActor>) => {
    const policy = await policyToSign(writer, policyId)
    if (!policy) throw new Error(`${person.name} has no policy to sign`)
    return policy
  }
  await write(ground, person, async writer => {
    const policy = await toSign(writer)
    const asked = await questionsOf(writer, policy.version)
    return passCheck(writer, policy, {
      version: policy.version.id,
      answers: asked.map(({ question }) => question.answers.findIndex(({ right }) => right)),
      tries: 1,
    })
  })
  await write(ground, person, async writer => {
    const policy = await toSign(writer)
    return signPolicy(writer, policy, policy.version.id)
  })
}
