import type { CalendarDay } from '../../guidance/index.ts'
import { type Field, maybeDate, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { type Member, staff } from '../../people/index.ts'
import type { PersonId, Reader } from '../../records/index.ts'
import { Input, Select } from '../../ui/index.ts'

const maybeDay = maybeDate('The review date')

export const reviewDayField: Field<CalendarDay> = {
  parse(typed) {
    const parsed = maybeDay.parse(typed)
    if (!parsed.ok) return parsed
    if (!parsed.value) return { ok: false, sentence: 'Enter the day by which the policy is reviewed next' }
    // maybeDate gives a day of the calendar in exactly this shape.
    return { ok: true, value: parsed.value as CalendarDay }
  },
}

const chosen = 'Choose who owns the policy'
const ownerText = text({ max: 36, called: 'The owner', required: chosen })

/** Somebody's id, as the list of those who work here sends it. Whether they do, the verb looks. */
export const ownerField: Field<PersonId> = {
  parse(typed) {
    const parsed = ownerText.parse(typed)
    if (!parsed.ok) return parsed
    // An id names a person by where it stands; the verb finds them among the staff or refuses.
    const id = idFrom<'person'>(parsed.value) as PersonId | undefined
    return id ? { ok: true, value: id } : { ok: false, sentence: chosen }
  },
}

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
