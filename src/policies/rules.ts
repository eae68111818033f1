import type { Role } from '../records/index.ts'

/** The six policies a member agency is expected to hold (statements EXP-DATAPROTECTION to EXP-AUP), and any of its own. */
export const policyKinds = {
  'acceptable-use': 'Acceptable use policy',
  'social-media': 'Social media policy',
  'data-protection': 'Data protection policy',
  'information-governance': 'Information governance policy',
  'code-of-conduct': 'Code of conduct',
  'ict-security': 'ICT security policy',
  other: 'Another policy',
} as const
export type PolicyKind = keyof typeof policyKinds

/** Who may do what with a policy. Everybody on the staff may read and sign. */
export const mayPublish: readonly Role[] = ['administrator', 'senior-manager']
export const maySeeSignatures: readonly Role[] = [
  ...mayPublish,
  'manager',
  'designated-person',
  'deputy-designated-person',
]

/** Where a person stands with a policy. */
export type SigningState = 'to-sign' | 'sign-again' | 'signed' | 'newer-to-read'

/** `required` is the number of the newest version that asked for signing; `signed` the newest this person signed. */
export function signingState(of: { newest: number; required: number; signed: number | null }): SigningState {
  if (of.signed === null) return 'to-sign'
  if (of.signed < of.required) return 'sign-again'
  return of.signed < of.newest ? 'newer-to-read' : 'signed'
}

export const signingWords: Readonly<Record<SigningState, string>> = {
  'to-sign': 'To read and sign',
  'sign-again': 'Changed: to read and sign again',
  'newer-to-read': 'Signed. A small change since',
  signed: 'Signed',
}
