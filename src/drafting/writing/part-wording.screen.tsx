import { clauseOf, isClauseId, type Part, type Way, waysOf } from '../../clauses/index.ts'
import { text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Details, Heading, Hidden, Paragraph, Prose, Radios, Warning } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { changePart } from './change-part.ts'
import { withWording } from './edits.ts'
import { partFound } from './part-found.ts'
import { changedBy, fromField, fromOf, StandsStill, saveRefused } from './shown.tsx'

/** The clause's own text has no name: a form sends this for it. */
const own = 'own'
const nameOf = (way: Pick<Way, 'name'>): string => way.name ?? own

const ways = (part: Part): readonly Way[] =>
  part.clause !== null && isClauseId(part.clause) ? waysOf(part.clause) : []

const standingWords = {
  'as-guidance': 'As the guidance asks.',
  stricter: 'Asks for more than the guidance does.',
  weaker: 'Asks for less than the guidance does: whoever approves it is told, and so is the board.',
} as const

/** Which way a clause goes, where the organisation has a choice. */
export const partWordingScreen = screen({
  address: routes.wording,
  fields: {
    from: fromField,
    wording: text({ max: 100, called: 'The choice', required: 'Choose one' }),
  },
  load: async (reader, asked) => {
    const found = await partFound(reader, asked)
    return found && !found.leftOut && ways(found.part).length > 1 ? found : undefined
  },
  show: ({ thing: { draft, part }, form, refusal }) => {
    const { policy } = draft.shelf
    const heading = clauseOf(part)?.heading ?? part.heading
    return {
      title: `Choose: ${heading}`,
      back: { href: routes.part.to({ policy: policy.id, part: part.id }), text: 'The part' },
      body: (
        <>
          <StandsStill draft={draft} />
          <Heading>{heading}</Heading>
          <Paragraph>The guidance leaves this to each organisation. Choose how yours does it.</Paragraph>
          {part.changed && (
            <Warning>You have changed the words of this part. Choosing replaces them.</Warning>
          )}
          <form method="post" noValidate>
            <Hidden name="from" value={fromOf(draft, { form, refusal })} />
            <Radios
              name="wording"
              label="How it goes"
              value={form.typed.wording ?? part.wording ?? own}
              error={form.errors.wording ?? form.errors.from}
              options={ways(part).map(way => ({
                value: nameOf(way),
                text: way.label,
                hint: standingWords[way.standing],
              }))}
            />
            <Button once>Choose this wording</Button>
          </form>
          {ways(part).map(way => (
            <Details key={nameOf(way)} summary={`The words of it: ${way.label}`}>
              <Prose text={way.text} />
            </Details>
          ))}
        </>
      ),
    }
  },
  submit: (writer, { draft, part }, { from, wording }) => {
    const chosen = ways(part).find(way => nameOf(way) === wording)
    return changePart(writer, draft, {
      from,
      part: part.id,
      edit: asRead => withWording(part.id, asRead, chosen?.name ?? null),
    })
  },
  done: (_, { draft, part }) => routes.part.to({ policy: draft.shelf.policy.id, part: part.id }),
  told: () => 'The wording is chosen.',
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})
