import type { Reader } from '../../records/index.ts'
import { checkFamilies, type FamilyRow } from './check-families.ts'
import { checkStaff, type StaffRow } from './check-staff.ts'
import { type Here, whatIsHere } from './here.ts'
import { type LaidOut, layOut, type Unfit } from './lay-out.ts'
import type { Checked } from './problem.ts'
import type { ImportKind } from './rules.ts'

/** A file of either kind, read and checked. */
export type CheckedFile =
  | {
      readonly kind: 'staff'
      readonly sheet: LaidOut
      readonly here: Here
      readonly checked: Checked<StaffRow>
    }
  | {
      readonly kind: 'families'
      readonly sheet: LaidOut
      readonly here: Here
      readonly checked: Checked<FamilyRow>
    }

/** Reads a file and checks it against who is here at this moment. Preview, confirming and the import itself all ask this. */
export async function checkFile(
  reader: Reader,
  kind: ImportKind,
  bytes: Uint8Array,
): Promise<CheckedFile | Unfit> {
  const sheet = layOut(kind, bytes)
  if ('sentences' in sheet) return sheet
  const here = await whatIsHere(reader)
  return kind === 'staff'
    ? { kind, sheet, here, checked: checkStaff(sheet, here) }
    : { kind, sheet, here, checked: checkFamilies(sheet, here) }
}
