import type { Role } from '../records/index.ts'

/**
 * Who an address opens to. There is no default: an address that does not say is not an address.
 *
 * - `anyone`: signed in or not
 * - `entering`: somebody who gave a password and has no second factor yet; nothing else opens to them
 * - `choosing`: staff fully signed in, who have perhaps not said for which of their organisations
 * - `before-signing`: staff fully signed in, the acceptable use policy perhaps not yet signed
 * - `staff`: staff who have signed it
 * - `family`: a child, parent or carer who came in by their link and code
 * - a list of roles: staff who have signed it and have one of these roles
 */
export type Opens =
  | 'anyone'
  | 'entering'
  | 'choosing'
  | 'before-signing'
  | 'staff'
  | 'family'
  | readonly Role[]

/** The names in a pattern: `'/policies/:policy/versions/:number'` has `policy` and `number`. */
export type Params<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name | keyof Params<`/${Rest}`>]: string }
  : Pattern extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : Record<never, string>

/** One address of Lanyard: router, links, redirects, tests and the sweep all read it. */
export interface Address<Pattern extends string = string> {
  readonly pattern: Pattern
  readonly opens: Opens
  /** The most bytes that may be sent here, where that is more than a form needs. */
  readonly takes?: number
  /** How many answers one person may have under way here, where each costs more than a page does. */
  readonly atOnce?: number
  /** Another machine sends here, which shows a token of its own: no browser's sign-in counts for anything. */
  readonly machine?: boolean
  /** Answers at once whatever the database does: whoever came is nobody, where they are not known in a moment. */
  readonly atAnyRate?: boolean
  /** The address with its names filled in: `routes.policy.to({ policy: id })`. */
  readonly to: (...params: keyof Params<Pattern> extends never ? [] : [Params<Pattern>]) => string
}

/** Whether what may be sent here is so large that only a few are taken at a time. */
export const takesLarge = ({ takes = 0 }: Pick<Address, 'takes'>): boolean => takes > 2 * 1024 * 1024

export function address<const Pattern extends string>(
  pattern: Pattern,
  opens: Opens,
  about: Pick<Address, 'takes' | 'atOnce' | 'machine' | 'atAnyRate'> = {},
): Address<Pattern> {
  const fill = (params: Readonly<Record<string, string>> = {}): string =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return {
    pattern,
    opens,
    ...about,
    to: (...params) => fill(params[0] as Readonly<Record<string, string>> | undefined),
  }
}
