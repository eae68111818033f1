import { numberOf, type PlaceId, place, type Side, sideOf, sides } from './places.ts'

/** The outline, the same from both sides: of no sex, no age and no dress. */
const outline = [
  'M60 6 C47 6 43 17 45 28 C46 37 51 44 54 45 L54 51 C49 54 40 54 36 59 C31 66 30 78 27 92 C24 104 21 116 18 128',
  'C16 137 22 142 26 139 C30 130 34 116 37 104 C39 96 40 89 42 84 C44 97 42 110 41 122 C40 140 41 155 42 170',
  'C42 186 42 202 44 220 C43 228 38 233 38 238 L55 238 C56 230 54 224 54 216 C55 200 57 185 58 170 C59 155 60 142 60 134',
].join(' ')

interface Figure {
  readonly side: Side
  readonly marked: readonly PlaceId[]
  /** Every place with its number, to choose from; or only what is marked. */
  readonly every?: readonly PlaceId[]
}

/** A drawing of a body from one side, with the numbers of its places. What it shows stands in words beside it. */
export const Drawing = ({ side, marked, every = [] }: Figure) => (
  <figure class="ly-body">
    <svg
      viewBox="0 0 120 244"
      role="img"
      aria-label={`A body, ${sides[side].toLowerCase()}`}
      focusable="false"
    >
      <g fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" stroke-linecap="round">
        <path d={outline} />
        <path d={outline} transform="matrix(-1 0 0 1 120 0)" />
      </g>
      {[...new Set([...every, ...marked])]
        .filter(id => sideOf(id) === side)
        .map(id => (
          <Numbered key={id} id={id} strong={marked.includes(id)} />
        ))}
    </svg>
    <figcaption class="govuk-body-s">{sides[side]}</figcaption>
  </figure>
)

function Numbered({ id, strong }: { readonly id: PlaceId; readonly strong: boolean }) {
  const { x, y } = place(id)
  return (
    <g class={strong ? 'ly-body__mark' : 'ly-body__place'}>
      <circle cx={x} cy={y} r="5.2" />
      <text x={x} y={y + 2.1} font-size="6" text-anchor="middle">
        {numberOf(id)}
      </text>
    </g>
  )
}

/** What is marked, on both drawings. */
export const Figures = ({ marked }: { readonly marked: readonly PlaceId[] }) => (
  <div class="ly-bodies">
    <Drawing side="front" marked={marked} />
    <Drawing side="back" marked={marked} />
  </div>
)
