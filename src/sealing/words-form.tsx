import { parseForm, type Sent, secret } from '../kit/forms/index.ts'
import type { PersonActor } from '../records/index.ts'
import { Details, Hidden, Inset, PasswordInput } from '../ui/index.ts'
import { passphrase } from './rules.ts'
import { isDrawn, newPassphrase, suggestWords } from './strength.ts'

export interface WordsErrors {
  readonly words?: string | undefined
  readonly again?: string | undefined
}

/** What is wrong with each field; and the words that were drawn for whoever sent them, to be shown again. */
export interface Wrong {
  readonly errors: WordsErrors
  readonly drawn: string
}

/** Whose passphrase it is to be: what they and their organisation are called is no part of a good one. */
type Own = Pick<PersonActor, 'name' | 'place'>
const namesOf = ({ name, place }: Own) => [name, place]

/** A new passphrase, typed twice; or what is wrong with it, in a sentence for each field. */
export function parseWords(sent: Sent, actor: Own): { readonly words: string } | Wrong {
  const drawn = `${sent.get('drawn') ?? ''}`
  const fields = { words: newPassphrase(namesOf(actor)), again: secret('Enter your passphrase once more') }
  const parsed = parseForm(fields, sent)
  if (!parsed.ok) return { errors: { ...parsed.state.errors }, drawn }
  const { words, again } = parsed.values
  return words === again.trim()
    ? { words }
    : { errors: { again: 'The two passphrases are not the same. Enter it again in both' }, drawn }
}

/** The part of a form in which somebody chooses a passphrase: six words to take, or their own. */
export const WordsFields = ({ actor, wrong }: { readonly actor: Own; readonly wrong: Wrong | undefined }) => (
  <>
    {/* Under this a password manager keeps it. */}
    <Hidden name="username" value={`${actor.name}, key`} />
    <Drawn words={wrong && isDrawn(wrong.drawn) ? wrong.drawn : suggestWords(namesOf(actor))} />
    <PasswordInput
      name="words"
      label="Your passphrase"
      hint={`At least ${passphrase.least} characters: five or six words that have nothing to do with each other or with you. No capitals, numbers or signs are asked for.`}
      autocomplete="new-password"
      error={wrong?.errors.words}
    />
    <PasswordInput
      name="again"
      label="Your passphrase once more"
      autocomplete="new-password"
      error={wrong?.errors.again}
    />
    <Details summary="What makes a passphrase good">
      <p class="govuk-body">
        Whoever stole a copy of the database could try one passphrase after another. Length is what stops
        them: with six words that were drawn, a thousand computers would try for centuries. When yours is too
        weak we say how soon it would be guessed, and you choose another.
      </p>
    </Details>
  </>
)

/** The same words stay while a form is mended: somebody may have written them down. */
const Drawn = ({ words }: { readonly words: string }) => (
  <Inset>
    <p class="govuk-body">Six words, drawn for you a moment ago. Nobody else has seen them:</p>
    <p class="ly-words" translate={false}>
      {words}
    </p>
    <Hidden name="drawn" value={words} />
    <p class="govuk-body">
      Take them, or words of your own. Keep them in your password manager, or on paper in a place that locks.
    </p>
  </Inset>
)
