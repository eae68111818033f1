const toTheLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Which way a text runs: as its first letter does (the Unicode bidirectional algorithm, rules P2 and P3). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return toTheLeft.test(first) ? 'rtl' : 'ltr'
}
