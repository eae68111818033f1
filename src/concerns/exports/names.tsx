import { fieldAt, mostNamed, standInKeys, standIns } from '../../exports/index.ts'
import { Button, Details, Hidden, Inset, Paragraph, Select, Subheading, Textarea } from '../../ui/index.ts'
import { documentsIn } from './documents.ts'
import type { Looked } from './load.ts'
import { listOf, type Named } from './named.ts'
import { DocumentsToDecide } from './papers.tsx'

interface Props {
  readonly looked: Looked
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly error: string | undefined
  /** Somebody pressed before each was decided: those that are not are said. */
  readonly undecided: boolean
}

/** For the first so many the places are shown too: a page is never too large to load on a telephone. */
const placesFor = 30

/** Everybody else who is named, and what is to become of each name: decided one by one, none of them beforehand. */
export const NamesToDecide = ({ looked, typed, error, undecided }: Props) => {
  const { named } = looked
  const shown = named.slice(0, mostNamed)
  return (
    <>
      <Paragraph>
        {named.length === 0
          ? 'Nobody else is found in it.'
          : named.length === 1
            ? 'One other person is found in it. Decide whether their name leaves with it.'
            : `${named.length} other people are found in it. Decide for each whether their name leaves with it.`}{' '}
        Where it does not, other words stand in its place, in square brackets, in both files.
      </Paragraph>
      {named.length > mostNamed && (
        <Inset>Only the first {mostNamed} are shown. The names of all others are replaced.</Inset>
      )}
      <form method="post" noValidate>
        <Hidden name="list" value={listOf(named, looked.gathered)} />
        {shown.map((one, at) => (
          <Person
            key={one.id}
            one={one}
            at={at}
            typed={typed[fieldAt(at)]}
            error={undecided && !typed[fieldAt(at)] ? 'Decide about this name' : undefined}
          />
        ))}
        <DocumentsToDecide all={documentsIn(looked.gathered)} typed={typed} undecided={undecided} />
        <Subheading>Anybody else?</Subheading>
        <Textarea
          name="others"
          label="Other names or words to replace"
          hint={`Whoever we do not know here is not found: a brother, a school, a nickname, an address. One to a line. Each becomes “${standIns['another-person']}”.`}
          rows={4}
          value={typed.others}
          error={error}
        />
        <Paragraph>
          No rule finds what was said so that everybody knows who is meant. Read the PDF before you give it to
          anybody.
        </Paragraph>
        <Button once>Make the export</Button>
      </form>
    </>
  )
}

const Person = ({
  one,
  at,
  typed,
  error,
}: {
  readonly one: Named
  readonly at: number
  readonly typed: string | undefined
  readonly error: string | undefined
}) => (
  <div class="ly-named">
    <Select
      name={fieldAt(at)}
      label={one.name}
      labelSize="s"
      hint={hintOf(one)}
      error={error}
      options={[
        { value: '', text: 'Decide' },
        { value: 'keep', text: 'Keep the name' },
        ...standInKeys.map(key => ({ value: key, text: `Replace: ${standIns[key]}` })),
      ]}
      value={typed ?? ''}
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
      </Details>
    )}
  </div>
)

const kinds: Readonly<Record<Named['kind'], string>> = {
  staff: 'Staff.',
  child: 'A child.',
  parent: 'A parent or carer.',
  typed: 'Nobody we know here. A name that was written in the form.',
}

const hintOf = ({ kind, entries, inWords }: Named): string =>
  [
    kinds[kind],
    entries > 0 && `In ${entries === 1 ? 'one entry' : `${entries} entries`}.`,
    inWords > 0 && `Named ${inWords === 1 ? 'once' : `${inWords} times`} in what was written.`,
  ]
    .filter(Boolean)
    .join(' ')
