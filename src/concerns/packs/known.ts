import { type FieldId, isField, isPackBody, type Known, type PackBody } from '../../routing/index.ts'
import type { Said } from '../said.ts'
import type { PieceKind } from '../tables.ts'

/** Everything that is written in a concern but its packs, which have pages of their own. */
export const isSaid = ({ kind }: { readonly kind: PieceKind }): boolean => kind !== 'pack'

/** What was handed to one body: kept as it was, sealed with everything else of the concern. */
export interface Handed {
  readonly body: PackBody
  readonly known: Known
}

export const handedText = (handed: Handed): string => JSON.stringify(handed)

/** A pack as it is kept. It is our own text: another form of it is a fault. */
export function readHanded(text: string): Handed {
  const { body, known } = JSON.parse(text) as { body: string; known: Record<string, string> }
  if (!isPackBody(body)) throw new Error('a pack is for no body that there is')
  return { body, known: Object.fromEntries(Object.entries(known).filter(([name]) => isField(name))) }
}

/** Who makes the pack, for whom, and where they are reached. */
export interface From {
  readonly name: string
  readonly role: string
  readonly organisation: string
  readonly phone: string | null
  readonly email: string | null
  /** Whoever reported it in their own name, where they did. */
  readonly toldBy: string | undefined
}

const webAddress = /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[:/?#]\S*)?$/i

/** What is known from the concern itself: whoever makes the pack completes it, and takes out what is not so. */
export function knownOf(said: Said, from: From): Known {
  const online = (said.web ?? '').split(/[\s,;]+/).filter(Boolean)
  const addresses = online.filter(one => webAddress.test(one))
  return {
    reporterName: from.name,
    reporterRole: from.role,
    reporterReach: [from.phone, from.email].filter(Boolean).join(', '),
    organisation: from.organisation,
    toldFirst: from.toldBy ?? said.name ?? '',
    childName: said.who ?? '',
    subjectName: said.adult ?? '',
    happened: said.words,
    when: said.when ?? '',
    webAddress: addresses.join('\n'),
    accounts: online.length > addresses.length ? (said.web ?? '') : '',
    device: said.device ?? '',
  }
}

/** Fields of which there is often more than a line. */
const long: readonly FieldId[] = [
  'reporterReach',
  'childNow',
  'childNeeds',
  'family',
  'happened',
  'accounts',
  'webAddress',
  'done',
  'subjectRole',
  'subjectElsewhere',
  'subjectReach',
]
export const isLong = (field: FieldId): boolean => long.includes(field)
