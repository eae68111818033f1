import { newerPlaces, printedPlaces } from '../../guidance/index.ts'

/** Where to go today, from the guidance's own list of places: what was printed in 2015 and has moved is never on a poster. */
function placeNow(name: string): string {
  const found = [...printedPlaces, ...newerPlaces].find(place => place.name === name)
  if (!found?.now) throw new Error(`The guidance has no place of today called ${name}.`)
  return found.now.text
}

export const ceop = placeNow('CEOP, to report')
export const iwf = placeNow('Internet Watch Foundation, to report')
export const childline = placeNow('Childline, by telephone')
export const nspcc = placeNow('NSPCC helpline, for adults worried about a child')
/** As the help page has it: Report Remove, of Childline and the IWF. */
export const reportRemove = 'childline.org.uk/remove'
