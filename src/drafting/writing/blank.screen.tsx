import { type Blank, type BlankId, blanks, filling, isBlankId, unfilled } from '../../clauses/index.ts'
import { hidden, maybeLine } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Input, Inset, Link, Paragraph } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { filled } from './edits.ts'
import { knownBlanks } from './known.ts'
import { saveDraft } from './save-draft.ts'
import { changedBy, StandsStill, saveRefused } from './shown.tsx'
import { tidied } from './tidied.ts'

/** One name or number, and then the next that is empty. What the organisation says of itself stands ready in the box. */
export const blankScreen = screen({
  address: routes.blank,
  fields: {
    was: hidden(typed => typed),
    value: maybeLine({ max: 300, called: 'It' }),
  },
  load: async (reader, { policy, blank }) => {
    const draft = isBlankId(blank) ? await draftToWrite(reader, policy) : undefined
    if (!draft || !isBlankId(blank)) return undefined
    return { draft, id: blank, known: (await knownBlanks(reader))[blank] }
  },
  show: ({ thing: { draft, id, known }, form, refusal }) => {
    const { asks, hint, instead }: Blank = blanks[id]
    const now = filling(draft.revision.made_of.blanks, id) ?? ''
    const ready = now === '' && draft.state === 'writing' ? known : undefined
    const left = unfilled(draft.revision.made_of).length
    const policy = draft.shelf.policy.id
    return {
      title: asks,
      back: { href: routes.blanks.to({ policy }), text: 'Names and numbers' },
      body: (
        <>
          <StandsStill draft={draft} />
          <form method="post" noValidate>
            <Hidden name="was" value={refusal === undefined ? (form.typed.was ?? now) : now} />
            <Heading>{asks}</Heading>
            {refusal !== undefined && <Inset>It says now: {now || 'nothing'}</Inset>}
            {ready !== undefined && (
              <Paragraph>
                Our names and numbers say it already, so it stands ready. It is in the text once you save.
              </Paragraph>
            )}
            <Input
              name="value"
              label="It reads"
              hint={[hint, `While it is empty, the text says “${instead}”.`].filter(Boolean).join(' ')}
              value={form.typed.value ?? ready ?? now}
              error={form.errors.value ?? form.errors.was}
              attributes={{ dir: 'auto' }}
            />
            <Button once>Save and go on</Button>
          </form>
          {left > 0 && (
            <Paragraph>
              {left === 1 ? 'One is' : `${left} are`} not filled in.{' '}
              <Link href={routes.blanks.to({ policy })}>See all of them</Link>
            </Paragraph>
          )}
        </>
      ),
    }
  },
  submit: (writer, { draft, id }, { was, value }) =>
    saveDraft(writer, draft, filled(id, was, tidied(value ?? ''))),
  done: ({ made_of }, { draft, id }) => {
    const policy = draft.shelf.policy.id
    const next = nextEmpty(unfilled(made_of), id)
    return next ? routes.blank.to({ policy, blank: next }) : routes.blanks.to({ policy })
  },
  told: () => 'It is saved.',
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})

/** The empty one that comes after this; round again from the first. Not the same one: it was left empty on purpose. */
function nextEmpty(empty: readonly BlankId[], id: BlankId): BlankId | undefined {
  const all = Object.keys(blanks).filter(isBlankId)
  const at = all.indexOf(id)
  const others = empty.filter(one => one !== id)
  return others.find(one => all.indexOf(one) > at) ?? others[0]
}
