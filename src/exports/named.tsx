import type { ComponentChildren } from 'preact'
import { Button, Details, Inset, Paragraph, Select, Subheading, Textarea } from '../ui/index.ts'
import type { ExportHere } from './access.ts'
import { fieldAt } from './choose-names.ts'
import { capacities, mostNamed, standInKeys, standIns, usually } from './rules.ts'
import type { NamedPerson } from './tables.ts'
import { count } from './words.tsx'

interface Props {
  readonly here: ExportHere
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly error: string | undefined
}

/** For the first so many the places are shown too: a page is never too large to load on a telephone. */
const placesFor = 30

/** Everybody else who is named in an export, and what is to become of each name before it leaves. */
export const Named = ({ here: { export: row }, typed, error }: Props) => {
  const named = (row.named ?? []).map((one, at) => ({ one, at }))
  const shown = named.slice(0, mostNamed)
  const families = shown.filter(({ one }) => one.kind !== 'staff')
  const staff = shown.filter(({ one }) => one.kind === 'staff')
  return (
    <>
      <Paragraph>
        {count(named.length, 'other person is', 'other people are')} named in{' '}
        {count(row.entries ?? 0, 'entry', 'entries')} of the record. Decide for each whether their name leaves
        with it. Where it does not, other words stand in its place, in the files to read and to check.
      </Paragraph>
      {named.length > mostNamed && (
        <Inset>
          Only the first {mostNamed} are shown. Of the others, children and families are replaced and staff
          are kept.
        </Inset>
      )}
      <form method="post" noValidate>
        <Group title="Children and families" people={families} typed={typed} none="No others are named." />
        <Group title="Staff" people={staff} typed={typed} none="None are named." />
        <Subheading>Anybody else?</Subheading>
        <Textarea
          name="others"
          label="Other names or words to replace"
          hint={`People we do not know here are not found by themselves: a brother, a school, a nickname. One to a line. Each becomes “${standIns['another-person']}”.`}
          rows={4}
          value={typed.others}
          error={error}
        />
        <Paragraph>
          What was said so that everybody knows who is meant is not found by any rule. Read the PDF before you
          give it to anybody.
        </Paragraph>
        <Button once>Make the export</Button>
      </form>
    </>
  )
}

const Group = (props: {
  readonly title: string
  readonly none: ComponentChildren
  readonly people: readonly { readonly one: NamedPerson; readonly at: number }[]
  readonly typed: Props['typed']
}) => (
  <>
    <Subheading>{props.title}</Subheading>
    {props.people.length === 0 && <Paragraph>{props.none}</Paragraph>}
    {props.people.map(({ one, at }) => (
      <Person key={one.id} one={one} at={at} typed={props.typed[fieldAt(at)]} />
    ))}
  </>
)

const Person = (props: {
  readonly one: NamedPerson
  readonly at: number
  readonly typed: string | undefined
}) => {
  const { one, at } = props
  return (
    <div class="ly-named">
      <Select
        name={fieldAt(at)}
        label={one.name}
        labelSize="s"
        hint={hintOf(one)}
        options={[
          { value: 'keep', text: 'Keep the name' },
          ...standInKeys.map(key => ({ value: key, text: `Replace: ${standIns[key]}` })),
        ]}
        value={props.typed ?? usually(one.kind, one.own)}
      />
      {at < placesFor && one.places.length > 0 && (
        <Details summary={<>Where {one.name} is named</>}>
          {one.places.map(([before, name, after], place) => (
            <p class="govuk-body" key={place}>
              {before}
              <mark>{name}</mark>
              {after}
            </p>
          ))}
          {one.inWords > one.places.length && (
            <Paragraph>And {one.inWords - one.places.length} more.</Paragraph>
          )}
        </Details>
      )}
    </div>
  )
}

/** What they were in it, and how often they are named. */
function hintOf({ as, entries, inWords }: NamedPerson): string {
  const were = as.filter(one => one !== 'said').map(one => capacities[one])
  const times = inWords === 1 ? 'once' : `${inWords.toLocaleString('en-GB')} times`
  return [
    were.length > 0 && sentence(were.join(', ')),
    entries > 0 && `In ${count(entries, 'entry', 'entries')}.`,
    inWords > 0 && `Named ${times} in what was written.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const sentence = (words: string): string => `${words[0]}${words.slice(1).toLowerCase()}.`
