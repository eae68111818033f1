/** What somebody can do in place of waiting. */
export interface Instead {
  readonly words: string
  readonly link?: { readonly href: string; readonly text: string }
}

/** Thrown when something was tried too often. The page says how long to wait and what to do; nothing that was tried was done. */
export class TooMany extends Error {
  readonly minutes: number
  readonly instead: Instead | undefined
  constructor(minutes: number, instead?: Instead) {
    super('tried too often')
    this.minutes = minutes
    this.instead = instead
  }
}
