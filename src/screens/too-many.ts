/** Thrown when something was tried too often. The page says how long to wait; nothing of what was tried was done. */
export class TooMany extends Error {
  readonly minutes: number
  constructor(minutes: number) {
    super('tried too often')
    this.minutes = minutes
  }
}
