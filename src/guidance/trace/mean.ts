/** Words that a file of the project must hold for a claim about it to be true. tests/architecture/trace.test.ts looks. */
export interface Place {
  readonly file: string
  readonly holds: string
}

/** Something in Lanyard that carries statements out: what it does, where it is, and the test that fails when it stops. */
export interface Means {
  readonly does: string
  readonly places: readonly [Place, ...Place[]]
  /** Each by words of the title of a test. */
  readonly proof: readonly [Place, ...Place[]]
}

/** A file, and words that it holds. */
export const at = (file: string, holds: string): Place => ({ file, holds })
