import { parseForm, type Sent, secret } from '../kit/forms/index.ts'
import { Details, Hidden, Inset, PasswordInput } from '../ui/index.ts'
import { passphrase } from './rules.ts'
import { newPassphrase, suggestWords } from './strength.ts'

export interface WordsErrors {
  readonly words?: string | undefined
  readonly again?: string | undefined
}

/** A new passphrase, typed twice; or what is wrong with it, in a sentence for each field. */
export function parseWords(
  sent: Sent,
  own: readonly string[],
): { readonly words: string } | { readonly errors: WordsErrors } {
  const fields = { words: newPassphrase(own), again: secret('Enter your passphrase once more') }
  const parsed = parseForm(fields, sent)
  if (!parsed.ok) return { errors: parsed.state.errors }
  const { words, again } = parsed.values
  return words === again.trim()
    ? { words }
    : { errors: { again: 'The two passphrases are not the same. Enter it again in both' } }
}

/** The part of a form in which a passphrase is chosen: six words to take, or one’s own. `account` is for password managers. */
export const WordsFields = (props: { readonly account: string; readonly errors: WordsErrors }) => (
  <>
    <Hidden name="username" value={props.account} />
    <Inset>
      <p class="govuk-body">Six words, drawn for you a moment ago. Nobody else has seen them:</p>
      <p class="ly-words" translate={false}>
        {suggestWords()}
      </p>
      <p class="govuk-body">
        Take them, or words of your own. Keep them in your password manager, or on paper in a place that
        locks.
      </p>
    </Inset>
    <PasswordInput
      name="words"
      label="Your passphrase"
      hint={`At least ${passphrase.least} characters: five or six words that have nothing to do with each other or with you. No capitals, numbers or signs are asked for.`}
      autocomplete="new-password"
      error={props.errors.words}
    />
    <PasswordInput
      name="again"
      label="Your passphrase once more"
      autocomplete="new-password"
      error={props.errors.again}
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
