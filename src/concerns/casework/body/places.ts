/** A place on the figure: where its number stands, in the units of the drawing. */
interface Place {
  readonly says: string
  readonly x: number
  readonly y: number
}

/** From the front. Left and right are the child’s own: their left arm is on the right of the drawing. */
const front = {
  'front-head': { says: 'Top of the head, forehead', x: 60, y: 16 },
  'front-right-face': { says: 'Right side of the face', x: 52, y: 29 },
  'front-left-face': { says: 'Left side of the face', x: 68, y: 29 },
  'front-mouth': { says: 'Mouth, chin', x: 60, y: 38 },
  'front-neck': { says: 'Neck', x: 60, y: 49 },
  'front-right-shoulder': { says: 'Right shoulder', x: 42, y: 60 },
  'front-left-shoulder': { says: 'Left shoulder', x: 78, y: 60 },
  'front-chest': { says: 'Chest', x: 60, y: 74 },
  'front-right-upper-arm': { says: 'Right upper arm', x: 34, y: 82 },
  'front-left-upper-arm': { says: 'Left upper arm', x: 86, y: 82 },
  'front-belly': { says: 'Belly', x: 60, y: 100 },
  'front-right-forearm': { says: 'Right lower arm', x: 28, y: 110 },
  'front-left-forearm': { says: 'Left lower arm', x: 92, y: 110 },
  'front-groin': { says: 'Between the legs', x: 60, y: 126 },
  'front-right-hand': { says: 'Right hand', x: 23, y: 134 },
  'front-left-hand': { says: 'Left hand', x: 97, y: 134 },
  'front-right-thigh': { says: 'Right upper leg', x: 50, y: 150 },
  'front-left-thigh': { says: 'Left upper leg', x: 70, y: 150 },
  'front-right-knee': { says: 'Right knee', x: 49, y: 177 },
  'front-left-knee': { says: 'Left knee', x: 71, y: 177 },
  'front-right-shin': { says: 'Right lower leg', x: 48, y: 203 },
  'front-left-shin': { says: 'Left lower leg', x: 72, y: 203 },
  'front-right-foot': { says: 'Right foot', x: 46, y: 232 },
  'front-left-foot': { says: 'Left foot', x: 74, y: 232 },
} as const satisfies Record<`front-${string}`, Place>

/** From behind: the child’s left is on the left of the drawing. */
const back = {
  'back-head': { says: 'Back of the head', x: 60, y: 22 },
  'back-left-ear': { says: 'Behind the left ear', x: 49, y: 33 },
  'back-right-ear': { says: 'Behind the right ear', x: 71, y: 33 },
  'back-neck': { says: 'Back of the neck', x: 60, y: 47 },
  'back-left-shoulder': { says: 'Left shoulder', x: 42, y: 60 },
  'back-right-shoulder': { says: 'Right shoulder', x: 78, y: 60 },
  'back-upper': { says: 'Upper back', x: 60, y: 74 },
  'back-left-upper-arm': { says: 'Left upper arm', x: 34, y: 82 },
  'back-right-upper-arm': { says: 'Right upper arm', x: 86, y: 82 },
  'back-left-elbow': { says: 'Left elbow, lower arm', x: 29, y: 106 },
  'back-right-elbow': { says: 'Right elbow, lower arm', x: 91, y: 106 },
  'back-lower': { says: 'Lower back', x: 60, y: 100 },
  'back-left-hand': { says: 'Left hand', x: 23, y: 134 },
  'back-right-hand': { says: 'Right hand', x: 97, y: 134 },
  'back-bottom': { says: 'Bottom', x: 60, y: 124 },
  'back-left-thigh': { says: 'Left upper leg', x: 50, y: 150 },
  'back-right-thigh': { says: 'Right upper leg', x: 70, y: 150 },
  'back-left-knee': { says: 'Back of the left knee', x: 49, y: 177 },
  'back-right-knee': { says: 'Back of the right knee', x: 71, y: 177 },
  'back-left-calf': { says: 'Left lower leg', x: 48, y: 203 },
  'back-right-calf': { says: 'Right lower leg', x: 72, y: 203 },
  'back-left-heel': { says: 'Left heel, foot', x: 46, y: 232 },
  'back-right-heel': { says: 'Right heel, foot', x: 74, y: 232 },
} as const satisfies Record<`back-${string}`, Place>

export const sides = { front: 'From the front', back: 'From behind' } as const
export type Side = keyof typeof sides
export const placesOf = { front, back } as const

export type PlaceId = keyof typeof front | keyof typeof back
const places: Readonly<Record<PlaceId, Place>> = { ...front, ...back }
export const placeIds = Object.keys(places) as PlaceId[]
export const place = (id: PlaceId): Place => places[id]
export const isPlace = (text: string): text is PlaceId => Object.hasOwn(places, text)
export const sideOf = (id: PlaceId): Side => (id.startsWith('front') ? 'front' : 'back')

/** Its number on the drawing of its side, and in the list beside it. */
export const numberOf = (id: PlaceId): number =>
  placeIds.filter(other => sideOf(other) === sideOf(id)).indexOf(id) + 1

/** A place and its words as one text, to be sealed; and back again. */
export const bodyText = (id: PlaceId, words: string): string => `${id}\n${words}`
export function readBody(text: string): { readonly id: PlaceId; readonly words: string } | undefined {
  const [first = '', ...rest] = text.split('\n')
  return isPlace(first) ? { id: first, words: rest.join('\n') } : undefined
}
