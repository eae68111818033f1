import { type Channel, type Kind, type StatementId, statements } from '../guidance/index.ts'

/** What a policy of each kind is held against. The kinds are those of the policies room, by the same names. */
export const fitKinds = [
  'acceptable-use',
  'social-media',
  'data-protection',
  'information-governance',
  'code-of-conduct',
  'ict-security',
  'other',
] as const
export type FitKind = (typeof fitKinds)[number]

/** Kinds of statement that tell somebody what to do, or how to do it. A policy carries each of its channels. */
const telling: readonly Kind[] = [
  'dont',
  'inappropriate',
  'appropriate',
  'best',
  'good',
  'safe',
  'poor',
  'in-place',
  'report',
]

/** What tells somebody something and yet no acceptable use policy has to carry, with the reason. */
export const notCarried = {
  'IM-INPLACE-BLANK': 'The document has an empty point there: it says nothing that could be carried.',
} as const satisfies Partial<Record<StatementId, string>>

const tells = (of: readonly Channel[]): readonly StatementId[] =>
  statements
    .filter(({ id, kind, channel }) => telling.includes(kind) && of.includes(channel) && !(id in notCarried))
    .map(({ id }) => id)

/** What an acceptable use policy carries besides: who it binds, what it rests on, and what follows. */
const acceptableUseToo = [
  'EXP-AUP',
  'META-STATUS',
  'META-READWITH',
  'BG-4',
  'BG-5',
  'LEG-0',
  'LEG-EXAMPLES',
  'GEN-STATUS',
  'SUM-APP-6.2',
  'SUM-INAPP-4.2',
  'WEB-AWARE-1',
  'WEB-AWARE-2',
] as const satisfies readonly StatementId[]

const socialMediaToo = [
  'EXP-SOCIALMEDIA',
  'DEF-SOCIALMEDIA-1',
  'INT-3',
  'INT-5',
  'META-STATUS',
  'META-READWITH',
  'BG-4',
  'BG-5',
  'LEG-0',
  'LEG-EXAMPLES',
  'SN-RISK-1',
  'SUM-APP-6.2',
  'SUM-INAPP-4.2',
] as const satisfies readonly StatementId[]

/** General statements about equipment: the acceptable use policy carries them, and a social media policy need not. */
const aboutEquipment: readonly StatementId[] = [
  'GEN-GUIDE-1',
  'GEN-APP-2',
  'SUM-APP-2',
  'GEN-APP-8',
  'SUM-APP-8',
  'GEN-APP-9',
  'SUM-APP-9.1',
  'SUM-APP-9.2',
  'GEN-INAPP-6',
  'SUM-INAPP-6',
  'SUM-APP-6.1',
]

/** What a policy that nobody built from clauses is held against: the few things the guidance says such a policy is or states. */
const plain = {
  'acceptable-use': [
    'EXP-AUP',
    ...statements.filter(({ kind, id }) => kind === 'in-place' && !(id in notCarried)).map(({ id }) => id),
  ],
  'social-media': ['EXP-SOCIALMEDIA', 'SN-DONT-1', 'SN-DONT-2', 'BG-4', 'META-STATUS'],
  'data-protection': ['EXP-DATAPROTECTION', 'INT-3', 'BG-5', 'IM-INPLACE-3'],
  'information-governance': ['EXP-INFOGOV', 'BG-5', 'GEN-GUIDE-1', 'EM-POOR-2', 'PH-POOR-2', 'LS-POOR-2'],
  'code-of-conduct': ['EXP-CONDUCT', 'BG-2', 'BG-4', 'GEN-GUIDE-2', 'REP-3', 'REP-4'],
  'ict-security': ['EXP-ICTSECURITY', 'GEN-APP-2', 'WEB-GOOD-1', 'WEB-BEST-1', 'WEB-BEST-2'],
  other: [],
} as const satisfies Readonly<Record<FitKind, readonly StatementId[]>>

const inOrder = (ids: readonly StatementId[]): readonly StatementId[] =>
  statements.map(({ id }) => id).filter(id => ids.includes(id))

const built: Partial<Record<FitKind, readonly StatementId[]>> = {
  'acceptable-use': inOrder([
    ...tells([
      'general',
      'social-networking',
      'email',
      'images',
      'phones',
      'live-streaming',
      'internet',
      'reporting',
    ]),
    ...acceptableUseToo,
  ]),
  'social-media': inOrder([
    ...tells(['general', 'social-networking', 'reporting']).filter(id => !aboutEquipment.includes(id)),
    ...socialMediaToo,
  ]),
}

/**
 * The statements that a policy of this kind is held against, in the document's order. One that is made from clauses, in
 * part at least, is held against all that it should carry; any other text against a shorter list, for a person to check.
 */
export const expected = (kind: FitKind, fromClauses: boolean): readonly StatementId[] =>
  (fromClauses ? built[kind] : undefined) ?? inOrder(plain[kind])
