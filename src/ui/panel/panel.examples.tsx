import { Button } from '../button/button.tsx'
import type { Examples } from '../part/part.ts'
import { Link } from '../text/text.tsx'
import { Interruption, Panel } from './panel.tsx'

export const examples: Examples = {
  default: (
    <Panel title="Application complete">
      Your reference number
      <br />
      <strong>HDJ2123F</strong>
    </Panel>
  ),
  interruption: (
    <Interruption
      title="Is your age correct?"
      actions={
        <>
          <Button type="button" kind="inverse">
            Yes, this is correct
          </Button>{' '}
          <Link href="#" inverse>
            No, change my age
          </Link>
        </>
      }
    >
      <p class="govuk-body">
        You entered your age as <strong>109</strong>.
      </p>
    </Interruption>
  ),
}
