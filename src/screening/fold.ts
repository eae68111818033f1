/** Text folded for looking: one character for each that counts, with where each came from. */
export interface Folded {
  readonly text: string
  /** For each folded character, its position in the original; one more at the end. */
  readonly from: readonly number[]
}

// Characters that show nothing and are put between others to hide them.
const hidden = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u
const marks = /\p{M}/u

/** A digit of any script as 0 to 9. Unicode keeps each script's ten together, in order. */
function figure(character: string): string {
  let value = -1
  for (let at = character.codePointAt(0) ?? 0; value < 9 && digit.test(String.fromCodePoint(at)); at--)
    value++
  return `${value}`
}
const digit = /\p{Nd}/u

/** Lower case, compatibility forms resolved (full-width, styled and circled digits), hidden characters and marks removed. */
export function fold(original: string): Folded {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of original) {
    const plain = hidden.test(character) ? '' : character.normalize('NFKD').toLowerCase()
    for (const written of plain) {
      const unit = digit.test(written) && !/[0-9]/.test(written) ? figure(written) : written
      if (marks.test(unit) || hidden.test(unit)) continue
      text += unit
      for (let i = 0; i < unit.length; i++) from.push(at)
    }
    at += character.length
  }
  from.push(at)
  return { text, from }
}
