import { type FormState, text, tick } from '../kit/forms/index.ts'
import { Button, Textarea, Tick } from '../ui/index.ts'

/** Why, and that somebody has looked whether a child's safety needs it: asked wherever something is erased by hand. */
export const eraseFields = {
  reason: text({ max: 500, called: 'Why it must go', required: 'Say why it must go' }),
  checked: tick('Tick the box once you have checked that no child’s safety needs these words'),
}

export const EraseForm = ({
  form,
  button,
}: {
  readonly form: FormState<typeof eraseFields>
  readonly button: string
}) => (
  <form method="post" noValidate>
    <Textarea
      name="reason"
      label="Why it must go"
      hint="For example: written about another family by mistake; a request under Article 17. Do not repeat the words."
      rows={3}
      value={form.typed.reason}
      error={form.errors.reason}
    />
    <Tick
      name="checked"
      label="Before you erase"
      text="I have checked that no child’s safety needs these words"
      value={form.typed.checked}
      error={form.errors.checked}
    />
    <Button kind="warning" once>
      {button}
    </Button>
  </form>
)
