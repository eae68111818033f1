import { chosen, date } from '../../kit/forms/index.ts'
import { type Member, staff } from '../../people/index.ts'
import type { Reader } from '../../records/index.ts'
import { Input, Select } from '../../ui/index.ts'

export const reviewDayField = date({
  called: 'The review date',
  required: 'Enter the day by which the policy is reviewed next',
})

/** Somebody's id, as the list of those who work here sends it. Whether they do, the verb looks. */
export const ownerField = chosen<'person'>('Choose who owns the policy')

export const owners = (reader: Reader): Promise<readonly Member[]> => staff(reader)

export const OwnerSelect = (about: {
  readonly people: readonly Member[]
  readonly value: string | undefined
  readonly error: string | undefined
}) => (
  <Select
    name="owner"
    label="Who owns it"
    hint="They see that it is kept to, and are told when its review is due."
    options={[
      { value: '', text: 'Choose' },
      ...about.people.map(({ id, name }) => ({ value: id, text: name })),
    ]}
    value={about.value}
    error={about.error}
  />
)

export const ReviewDayInput = (about: {
  readonly value: string | undefined
  readonly error: string | undefined
}) => (
  <Input
    name="review"
    type="date"
    width={10}
    label="By when it is reviewed next"
    hint="Most policies are reviewed once a year."
    value={about.value}
    error={about.error}
  />
)

/** Words for what both the owner's page and the page that adds a policy may be refused. */
export const ownerRefused = {
  'owner-not-here': () =>
    'Whoever you chose does not work here now, so nothing was changed. Choose somebody who does.',
  'too-far-off': () =>
    'That review date is more than five years off, so nothing was changed. Choose an earlier day.',
} as const
