import { parseForm, type Sent, secret } from '../kit/forms/index.ts'
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

/** A new passphrase, typed twice; or what is wrong with it, in a sentence for each field. */
export function parseWords(sent: Sent, own: readonly string[]): { readonly words: string } | Wrong {
  const drawn = `${sent.get('drawn') ?? ''}`
  const fields = { words: newPassphrase(own), again: secret('Enter your passphrase once more') }
  const parsed = parseForm(fields, sent)
  if (!parsed.ok) return { errors: { ...parsed.state.errors }, drawn }
  const { words, again } = parsed.values
  return words === again.trim()
    ? { words }
    : { errors: { again: 'The two passphrases are not the same. Enter it again in both' }, drawn }
}

/** The part of a form in which a passphrase is chosen: six words to take, or one’s own. `account` is for password managers. */
export const WordsFields = ({
  account,
  wrong,
}: {
  readonly account: string
  readonly wrong: Wrong | undefined
}) => (
  <>
    <Hidden name="username" value={account} />
    <Drawn words={wrong && isDrawn(wrong.drawn) ? wrong.drawn : suggestWords()} />
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
