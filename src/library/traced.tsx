import { capabilities, type MeansId, means, type Statement, trace } from '../guidance/index.ts'
import { Tag } from '../ui/index.ts'

/** What became of a statement, in a word: carried out, your word, begun, or planned. */
export function Became({ statement }: { statement: Statement }) {
  const traced = trace[statement.id]
  return (
    <>
      {statement.treatment === 'attested' && <Tag colour="purple">Your word</Tag>}{' '}
      {'by' in traced ? (
        <Tag colour="green">Carried out</Tag>
      ) : traced.begun.length > 0 ? (
        <Tag colour="yellow">Begun</Tag>
      ) : (
        <Tag colour="grey">Planned</Tag>
      )}
    </>
  )
}

/** What carries a statement out, in sentences; or what will. */
export function BecameOf({ statement }: { statement: Statement }) {
  const traced = trace[statement.id]
  const done = 'by' in traced ? traced.by : traced.begun
  return (
    <>
      <p class="ly-became">
        <Became statement={statement} />
      </p>
      {statement.treatment === 'attested' && (
        <p class="ly-became">
          Nothing can show this but your word: that you said so, and when, is what goes on the record.
        </p>
      )}
      <Carriers ids={done} />
      {'planned' in traced && <p class="ly-became">Still to come: {capabilities[traced.planned]}.</p>}
    </>
  )
}

const Carriers = ({ ids }: { ids: readonly MeansId[] }) => (
  <>
    {ids.map(id => (
      <p class="ly-became" key={id}>
        {means[id].does}.
      </p>
    ))}
  </>
)
