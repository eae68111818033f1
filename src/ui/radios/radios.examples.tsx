import type { Examples } from '../part/part.ts'
import { Radios } from './radios.tsx'

export const examples: Examples = {
  default: (
    <Radios
      name="example-default"
      label="Have you changed your name?"
      labelSize="body"
      options={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
  ),
  'with a divider': (
    <Radios
      id="example-divider"
      name="example"
      label="How do you want to sign in?"
      labelSize="body"
      options={[
        { value: 'government-gateway', text: 'Use Government Gateway' },
        { value: 'govuk-verify', text: 'Use GOV.UK Verify' },
        { divider: 'or' },
        { value: 'create-account', text: 'Create an account' },
      ]}
    />
  ),
}
