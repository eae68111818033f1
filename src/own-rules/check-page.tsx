import type { ComponentChildren } from 'preact'
import type { Act } from '../guidance/index.ts'
import type { Content } from '../screens/index.ts'
import {
  Button,
  Heading,
  Hidden,
  Inset,
  Paragraph,
  Subheading,
  SummaryList,
  type SummaryRow,
} from '../ui/index.ts'
import { againField, Carried, type Given, sentField } from './journey.tsx'
import type { TriedOut } from './try-out.ts'
import { whatChanges } from './what-changes.ts'
import { Changes } from './words.tsx'

interface Check {
  readonly title: string
  readonly caption: string
  readonly action: string
  readonly given: Given
  readonly act: Act
  readonly rows: readonly SummaryRow[]
  readonly tried: TriedOut
  /** Why it cannot be done, in words. What was typed stands all the same. */
  readonly no: string | undefined
  /** What is pressed to confirm it, and what is asked beside it. */
  readonly confirm: string
  readonly beside?: ComponentChildren
  /** Fields of this page itself. */
  readonly own?: (field: string) => boolean
  /** The pages to go back to, each with what is changed there. */
  readonly again: readonly (readonly [step: string, words: string])[]
  readonly back: { readonly href: string; readonly text: string }
}

/** The end of a journey: what was answered, exactly what it changes, and the button that does it. */
export function checkPage(check: Check): Content {
  const { title, caption, action, given, act, tried, no, again, own = () => false } = check
  const changes = no ? [] : whatChanges(act, tried.before.rules, tried.after.rules)
  return {
    title,
    back: check.back,
    body: (
      <>
        <p class="govuk-caption-l">{caption}</p>
        <Heading>{title}</Heading>
        {no && <Inset id="check">{no} Nothing has been changed, and what you typed is still here.</Inset>}
        <SummaryList rows={check.rows} />
        {!no && (
          <>
            <Subheading>What changes</Subheading>
            <Paragraph>
              These combinations of facts are ruled on otherwise from then on. Everything else stays as it is.
            </Paragraph>
            <Changes act={act} changes={changes} />
          </>
        )}
        <form method="post" action={action} noValidate>
          <Carried given={given} but={own} />
          <Hidden name={sentField} value="check" />
          {!no && (
            <>
              {check.beside}
              <Button once>{check.confirm}</Button>
            </>
          )}
          <Subheading>Something is not right?</Subheading>
          <div class="govuk-button-group">
            {again.map(([step, words]) => (
              <Button key={step} kind="secondary" name={againField} value={step}>
                {words}
              </Button>
            ))}
          </div>
        </form>
      </>
    ),
  }
}

/** Words for what a rule of ours can be refused, on the page that shows what it would change. */
export const undoesWords = (says: string): string =>
  `This would undo another rule of yours: “${says}” End that one first, or narrow this one.`
