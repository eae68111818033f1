/** A letter in plain text. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands a letter over. Resolves when whoever takes it has said so; throws when they have not. */
export type Mail = (letter: Letter) => Promise<void>
