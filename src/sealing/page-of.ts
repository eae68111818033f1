import type { Ground } from '../records/index.ts'

/** What the pages that unlock stand on: where cookies are told, and the sign-in that a request carries. */
export interface Sealing {
  readonly ground: Ground
  readonly secure: boolean
  readonly tokenOf: (request: Request) => string | undefined
}
