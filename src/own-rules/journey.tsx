import type { ComponentChildren } from 'preact'
import { tidy } from '../kit/forms/index.ts'
import type { Content, Visit } from '../screens/index.ts'
import { Button, Hidden } from '../ui/index.ts'
import { longestWords } from './rules.ts'

/**
 * What a person has answered so far, by field. It stands in the address until they write words of their own, and in the
 * form from then on, so that whatever is refused, nothing typed is lost.
 */
export type Given = URLSearchParams

/** One question of a journey, on a page of its own. */
export interface Step {
  readonly name: string
  /** The fields that this page asks for: everything else is carried along unseen. */
  readonly asks: (field: string) => boolean
  /** What is still wrong with the answer, by field; undefined when it is answered. */
  readonly wrong: (given: Given) => Readonly<Record<string, string>> | undefined
  readonly title: (given: Given) => string
  /** Its fields, under the page's heading. `errors` are told only to somebody who has sent the page. */
  readonly show: (given: Given, errors: Readonly<Record<string, string>>) => ComponentChildren
  /** What stands under the button. */
  readonly below?: (given: Given) => ComponentChildren
}

/** The field that says which page was sent, and the one that asks for a page again. */
export const sentField = 'sent'
export const againField = 'again'
export const wordsField = 'says'

/** A step to show, and what to say of it. */
interface FoundStep {
  readonly step: Step
  readonly errors: Readonly<Record<string, string>>
}

/** The page to show now: the one asked for again, else the first that is not answered. Undefined when all are. */
export function stepAt(steps: readonly Step[], given: Given): FoundStep | undefined {
  const again = steps.find(({ name }) => name === given.get(againField))
  if (again) return { step: again, errors: {} }
  for (const step of steps) {
    const wrong = step.wrong(given)
    if (wrong) return { step, errors: step.name === given.get(sentField) ? wrong : {} }
  }
  return undefined
}

/** Everything answered so far but for some fields, to be sent along. */
export const Carried = ({
  given,
  but,
}: {
  readonly given: Given
  readonly but: (field: string) => boolean
}) => (
  <>
    {[...given]
      .filter(([field]) => field !== sentField && field !== againField && !but(field))
      .map(([field, value], at) => (
        <Hidden key={`${field} ${at}`} name={field} value={value} />
      ))}
  </>
)

interface Around {
  readonly steps: readonly Step[]
  readonly action: string
  /** Where the journey began. */
  readonly from: { readonly href: string; readonly text: string }
  readonly caption: string
}

/** The address of the question before this one, or where the journey began. */
function backFrom(step: Step, given: Given, { steps, action, from }: Around): Content['back'] {
  const before = steps[steps.indexOf(step) - 1]
  if (!before || given.has(wordsField)) return from
  const query = new URLSearchParams([...given].filter(([field]) => field !== sentField))
  query.set(againField, before.name)
  return { href: `${action}?${query}`, text: 'Back' }
}

/** Whether the page that was sent is this one, and not to go back from it. */
export const isSent = (given: Given, page: string): boolean =>
  given.get(sentField) === page && !given.has(againField)

/** Answers with a question's page: with what is wrong, once somebody has sent it. */
export function answerStep(visit: Visit, found: FoundStep, given: Given, around: Around): Response {
  const wrong = Object.keys(found.errors).length > 0
  const page = stepPage(found, given, around)
  return visit.page(page, wrong ? { status: 422, errors: found.errors } : {})
}

/** A question's page. It goes by the address until there are words of somebody's own to keep out of it. */
function stepPage({ step, errors }: FoundStep, given: Given, around: Around): Content {
  const { action, caption } = around
  const post = step.asks(wordsField) || given.has(wordsField)
  const back = backFrom(step, given, around)
  return {
    title: step.title(given),
    ...(back ? { back } : {}),
    body: (
      <>
        <p class="govuk-caption-l">{caption}</p>
        <form method={post ? 'post' : 'get'} action={action} noValidate>
          <Carried given={given} but={step.asks} />
          <Hidden name={sentField} value={step.name} />
          {step.show(given, errors)}
          <Button>Continue</Button>
        </form>
        {step.below?.(given)}
      </>
    ),
  }
}

/** A form's fields as an address would have them. Files are no part of a journey. */
export const givenIn = (form: FormData): Given =>
  new URLSearchParams(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** What is wrong with words of somebody's own. */
export function wrongWords(given: Given, required: string): Readonly<Record<string, string>> | undefined {
  const words = tidy(given.get(wordsField) ?? undefined)
  if (!words) return { [wordsField]: required }
  const count = (length: number) => length.toLocaleString('en-GB')
  return words.length > longestWords
    ? {
        [wordsField]: `Your words must be ${count(longestWords)} characters or fewer. You typed ${count(words.length)}`,
      }
    : undefined
}
