import type { Field } from '../../kit/forms/index.ts'
import type { Answer } from '../../routing/index.ts'

/**
 * What somebody said at the danger gate: *no* is said there alone, by whoever chose *something else*. Who comes to a form from the
 * danger page says yes; whoever was not asked, or chose something online, has not said.
 */
const answers = ['yes', 'no', 'not-known'] as const satisfies readonly Answer[]

const name = 'danger'
const isAnswer = (text: string | null | undefined): text is Answer => answers.some(one => one === text)

/** A form, with what was said before it. */
export const formAfter = (path: string, danger: Answer): string => `${path}?${name}=${danger}`

/** What was said at the gate, by the address of a form; undefined for whoever has not come through it. */
export function gateAnswer(url: URL): Answer | undefined {
  const said = url.searchParams.get(name)
  return isAnswer(said) ? said : undefined
}

/** The same in a form that is sent: nobody was asked where it is not in it. */
export const gateField: Field<Answer> = {
  parse: typed => ({ ok: true, value: isAnswer(typed) ? typed : 'not-known' }),
}
