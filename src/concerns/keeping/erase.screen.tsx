import { randomUUID } from 'node:crypto'
import { inDays } from '../../kit/clock.ts'
import { choice, hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { refuse } from '../../kit/proof.ts'
import { beginning, keptKindAt } from '../../retention/index.ts'
import {
  Button,
  Heading,
  Hidden,
  Inset,
  Link,
  Paragraph,
  Radios,
  SummaryList,
  Textarea,
  Warning,
} from '../../ui/index.ts'
import { namesOf } from '../casework/queries.ts'
import { routes } from '../routes.ts'
import { screenWithKey } from '../with-key.tsx'
import { answerErasing, askToErase } from './keep.ts'
import { keeping } from './routes.ts'
import { type Ground, groundNames, grounds, isGround } from './rules.ts'
import { keepingOf } from './standing.ts'

const answers = ['erase', 'keep'] as const
type Said = Ground | (typeof answers)[number]
const isAnswer = (said: Said): said is (typeof answers)[number] => said === 'erase' || said === 'keep'

/** Asks for a concern to be erased; or, asked by another, erases it or keeps it. */
export const eraseScreen = screenWithKey({
  address: keeping.erase,
  fields: {
    said: choice<Said>([...groundNames, ...answers], 'Choose one'),
    words: text({ max: 5000, called: 'Why', required: 'Say why' }),
    key: hidden(idFrom<'draft'>),
  },
  load: async (reader, at) => {
    const found = await keepingOf(reader, at.concern)
    if (!found) return undefined
    const by = found.asked?.taken_by
    const names = await namesOf(reader.db, reader.actor.agencyId, by ? [by] : [])
    return { found, asker: (by && names.get(by)) ?? 'Somebody' }
  },
  show: ({ thing: { found, asker }, actor, form: { typed, errors } }) => {
    const { row, kept, asked } = found
    const { goes, stays } = keptKindAt(kept?.kind ?? 'concern-child')
    const mine = asked?.taken_by === actor.personId
    const title = asked ? 'Erase this concern, or keep it' : 'Ask for this concern to be erased'
    return {
      title,
      back: { href: keeping.kept.to({ concern: row.id }), text: 'How long it is kept' },
      body: (
        <>
          <Heading>{title}</Heading>
          {asked && (
            <Inset>
              {mine ? 'You' : asker} asked for it on {inDays(asked.taken_at)}
              {isGround(asked.reason) && `: ${grounds[asked.reason].toLowerCase()}`}. Why stands in the
              concern. <Link href={routes.concern.to({ concern: row.id })}>Read it first, all of it</Link>.
            </Inset>
          )}
          {mine && <Paragraph>Another who reads it erases it. You can take it back.</Paragraph>}
          {!asked && (
            <Paragraph>
              Another who reads it looks at it after you, and erases it or keeps it. Nobody does it alone.
            </Paragraph>
          )}
          <SummaryList
            rows={[
              { key: 'What goes', value: beginning(goes) },
              { key: 'What stays', value: beginning(stays) },
            ]}
          />
          <Warning>
            What is erased cannot come back. If a child, the police, a court or an inquiry may ask for it, put
            a hold on it instead.
          </Warning>
          <form method="post" noValidate>
            <Hidden name="key" value={typed.key ?? randomUUID()} />
            {mine ? (
              <Hidden name="said" value="keep" />
            ) : (
              <Radios
                name="said"
                label={asked ? 'What do you say?' : 'On what ground?'}
                value={typed.said}
                error={errors.said}
                options={
                  asked
                    ? [
                        { value: 'erase', text: 'Erase it' },
                        { value: 'keep', text: 'Keep it' },
                      ]
                    : groundNames.map(value => ({ value, text: grounds[value] }))
                }
              />
            )}
            <Textarea
              name="words"
              label="Why?"
              hint="Sealed, for the other who looks at it. When it is erased, these words go too."
              rows={3}
              value={typed.words}
              error={errors.words}
            />
            <Button once kind="warning">
              {mine ? 'Take it back' : asked ? 'Keep this' : 'Ask another'}
            </Button>
          </form>
        </>
      ),
    }
  },
  submit: async (writer, { found }, { said, ...typed }) => {
    if (isAnswer(said)) return answerErasing(writer, found, { erase: said === 'erase', ...typed })
    return found.asked ? refuse('asked') : askToErase(writer, found, { ground: said, ...typed })
  },
  done: (done, { found }) =>
    done === 'erased' ? keeping.due.to() : keeping.kept.to({ concern: found.row.id }),
  told: (_, __, { said }) =>
    said === 'erase' ? 'It is erased. That two of you did, when and on what ground, stays.' : 'It is kept.',
  refused: {
    open: () => 'Nothing was erased: it is open. Close it first.',
    held: () => 'Nothing was erased: a hold keeps it. It can be erased once that is lifted.',
    asked: () => 'Somebody has asked for it already. Look at the page again.',
    'not-due': () =>
      'Nothing was asked: its time is not over yet. Choose another ground, if the law requires it to go before.',
    'nobody-else': () => 'Nobody else reads it who could look at it after you. Let somebody in first.',
    'second-person': () => 'You asked for it. Another who reads it erases it, or keeps it.',
    'read-first': () =>
      'Nothing was erased: read it first, all of it, and come back here. Something may have come since you read it.',
    waits: () =>
      'Nothing was erased: a document that was handed in waits to be checked, and nobody has read it. Come back once it was.',
    otherwise: () => 'It stands otherwise by now. Look at the page again.',
  },
})
