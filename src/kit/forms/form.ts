import type { Field } from './field.ts'

export type Fields = Readonly<Record<string, Field<unknown>>>
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never
}
export type FieldErrors<F extends Fields = Fields> = { readonly [Name in keyof F]?: string }

/** What a form holds when it is shown: empty at first, or what was typed with a sentence for each field that is wrong. */
export interface FormState<F extends Fields = Fields> {
  readonly typed: { readonly [Name in keyof F]?: string }
  readonly errors: FieldErrors<F>
}

export const emptyForm: FormState = { typed: {}, errors: {} }

/** What was sent, by name. */
export type Sent = Pick<FormData, 'get'>

/** Reads every field. All the sentences at once, never one at a time; what was typed is kept for showing again. */
export function parseForm<F extends Fields>(
  fields: F,
  sent: Sent,
): { ok: true; values: Values<F>; state: FormState<F> } | { ok: false; state: FormState<F> } {
  const values: Record<string, unknown> = {}
  const typed: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    const raw = sent.get(name)
    const text = typeof raw === 'string' ? raw : undefined
    if (text !== undefined) typed[name] = text
    const parsed = field.parse(text)
    if (parsed.ok) values[name] = parsed.value
    else errors[name] = parsed.sentence
  }
  const state = { typed, errors } as FormState<F>
  return Object.keys(errors).length > 0
    ? { ok: false, state }
    : { ok: true, values: values as Values<F>, state }
}
