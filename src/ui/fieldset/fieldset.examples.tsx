import type { Examples } from '../part/part.ts'
import { Fieldset } from './fieldset.tsx'

export const examples: Examples = {
  'as page heading l': <Fieldset legend="What is your address?" legendSize="l" legendIsHeading />,
  'html fieldset content': (
    <Fieldset legend="What is your address?">
      <div class="my-content">
        <p>This is some content to put inside the fieldset</p>
      </div>
    </Fieldset>
  ),
}
