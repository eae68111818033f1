import { email, type Field, tidy } from '../../kit/forms/index.ts'

/** An email address, or none. */
export const maybeEmail: Field<string | undefined> = {
  parse: typed => (tidy(typed) ? email('').parse(typed) : { ok: true, value: undefined }),
}
export const relationship = { max: 60, called: 'What they are to the child' }
export const parentName = { max: 200, called: 'Their name' }
