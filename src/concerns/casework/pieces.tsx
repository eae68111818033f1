import { inFull } from '../../kit/clock.ts'
import { outsideBodies } from '../../routing/index.ts'
import type { Concern, Written } from '../access.ts'
import { isSaid } from '../packs/known.ts'
import { place, readBody, sideOf, sides } from './body/places.ts'
import type { Case } from './case-of.ts'
import { decisions, isDecision } from './rules.ts'
import { pieceWords } from './shown-words.ts'

/** What was written in a concern since it was told of, in its order: each with its number, and with what corrects it. */
export const Pieces = ({ concern: { pieces }, of }: { readonly concern: Concern; readonly of: Case }) => (
  <>
    {pieces.filter(isSaid).map(piece => (
      <section key={piece.id} class="ly-piece" id={`p${piece.number}`}>
        <h3 class="govuk-heading-s">
          {piece.number}. {headingOf(piece, of)}
        </h3>
        <Words piece={piece} />
        <CorrectedBy number={piece.number} pieces={pieces} />
      </section>
    ))}
  </>
)

/** Where something stands that a later piece says is not right. */
export const CorrectedBy = ({
  number,
  pieces,
}: {
  readonly number: number
  readonly pieces: readonly Written[]
}) => (
  <>
    {pieces
      .filter(({ corrects }) => corrects === number)
      .map(({ id, number: by }) => (
        <p key={id} class="govuk-body-s">
          Corrected: see{' '}
          <a class="govuk-link" href={`#p${by}`}>
            number {by}
          </a>
        </p>
      ))}
  </>
)

function Words({ piece }: { readonly piece: Written }) {
  const body = piece.kind === 'body' ? readBody(piece.words) : undefined
  if (!body) return <p class="govuk-body ly-lines">{piece.words}</p>
  return (
    <p class="govuk-body ly-lines">
      <strong>
        {place(body.id).says} ({sides[sideOf(body.id)].toLowerCase()}):
      </strong>{' '}
      {body.words}
    </p>
  )
}

function headingOf(piece: Written, { steps, nameOf }: Case): string {
  const { id, kind, written_by, written_at, corrects } = piece
  const at = inFull(written_at)
  if (kind === 'addition') return `${pieceWords.addition}, ${at}`
  const by = `by ${nameOf(written_by)}, ${at}`
  if (kind === 'correction') return `Correction of number ${corrects} ${by}`
  const step = steps.find(({ piece_id }) => piece_id === id)
  if (kind === 'decision' && step && isDecision(step.step) && step.body)
    return `${decisions[step.step]}: ${outsideBodies[step.body].name}, ${step.happened_at ? inFull(step.happened_at) : at}. Kept ${by}`
  return `${pieceWords[kind]} ${by}`
}
