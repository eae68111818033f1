/** What was given does not have the form its standard asks for. `what` names the thing, the message says what is wrong. */
export class Malformed extends Error {
  readonly what: string
  constructor(what: string, why: string) {
    super(`${what}: ${why}`)
    this.name = 'Malformed'
    this.what = what
  }
}
