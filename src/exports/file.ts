import { canonical, type Leaf } from '../records/index.ts'
import type { Body } from './body.ts'

export const format = 'lanyard-export/v1'

/** The entry that says that an export was made, and with which hash. */
export interface MadeEntry {
  readonly leaf: Leaf
  readonly index: number
  readonly proof: readonly string[]
  readonly content: unknown
  readonly salt: string
}

/** The whole file, but for how it is written: docs/exports.md. */
export interface ExportFile {
  readonly format: typeof format
  readonly body: Body
  /** For each entry of the body, in their order: the inclusion proof, leaf to root, in base64. */
  readonly proofs: readonly (readonly string[])[]
  readonly made: MadeEntry
  /** The signed and cosigned checkpoint that all proofs lead to. */
  readonly checkpoint: string
  /** That the log of this checkpoint continues the one that was looked through. */
  readonly growth: readonly string[]
}

/** The file: one line of canonical JSON. */
export const exportJson = (file: ExportFile): string => `${canonical(file)}\n`
