import type { RuleId } from './rules.ts'

/** Something seen in a folded text. `about` is what decides whether it is the organisation's own. */
export interface Seen {
  readonly rule: RuleId
  readonly start: number
  readonly end: number
  readonly about?:
    | { readonly kind: 'number'; readonly digits: string }
    | { readonly kind: 'address'; readonly local: string; readonly host: string }
    | { readonly kind: 'account'; readonly name: string }
    | { readonly kind: 'link'; readonly host: string; readonly path: string }
}
