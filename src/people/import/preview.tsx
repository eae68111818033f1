import type { ComponentChildren } from 'preact'
import { inDays } from '../../kit/clock.ts'
import { counted, List, Paging, Subheading, SummaryList, stretchOf, Table, within } from '../../ui/index.ts'
import { roleWords } from '../rules.ts'
import type { CheckedFile } from './check.ts'
import type { FamilyRow } from './check-families.ts'
import type { StaffRow } from './check-staff.ts'
import { keyOf } from './here.ts'
import { inWords, type Remark } from './problem.ts'

const count = (number: number) => number.toLocaleString('en-GB')
export const many = (number: number, one: string, more: string) =>
  `${count(number)} ${number === 1 ? one : more}`

/** What the file was read as, and what it would bring in. */
export function Facts({ file, name }: { readonly file: CheckedFile; readonly name: string | null }) {
  const { sheet } = file
  const separator = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }[sheet.separator]
  const facts: { key: string; value: ComponentChildren }[] = [
    { key: 'File', value: name ?? 'Without a name' },
    { key: 'Rows', value: count(sheet.rows.length) },
    {
      key: 'Read as',
      value: `${sheet.encoding}, with ${separator} between cells${
        sheet.encoding === 'Windows-1252'
          ? '. If letters such as é look wrong below, save the file as CSV UTF-8 and upload it again'
          : ''
      }`,
    },
    ...contents(file),
  ]
  if (sheet.left.length > 0)
    facts.push({ key: 'Columns left out', value: sheet.left.join(', ').slice(0, 500) })
  return <SummaryList rows={facts} />
}

function contents(file: CheckedFile): { key: string; value: string }[] {
  if (file.kind === 'families') {
    const parents = new Set(file.checked.rows.flatMap(row => row.parents.map(({ email }) => email)))
    const here = [...parents].filter(email => file.here.parents.has(email)).length
    return [
      { key: 'Children', value: count(file.checked.rows.length) },
      { key: 'Parents and carers', value: `${count(parents.size)}, of whom ${count(here)} are here already` },
    ]
  }
  const { rows } = file.checked
  const roles = file.here.roles
    .map(role => [roleWords[role], rows.filter(row => row.roles.includes(role)).length] as const)
    .filter(([, number]) => number > 0)
  // The first spelling of a new team in the file is the one it gets.
  const fresh = new Map<string, string>()
  for (const { team } of rows)
    if (team && !file.here.teams.has(keyOf(team)) && !fresh.has(keyOf(team))) fresh.set(keyOf(team), team)
  return [
    { key: 'Roles', value: roles.map(([role, number]) => `${role}: ${count(number)}`).join(', ') || 'None' },
    ...(fresh.size > 0 ? [{ key: 'New teams', value: [...fresh.values()].join(', ').slice(0, 500) }] : []),
  ]
}

/** The rows as they were understood, a page at a time. */
export function Rows({ file, query }: { readonly file: CheckedFile; readonly query: URLSearchParams }) {
  const total = file.checked.rows.length
  if (total === 0) return null
  const stretch = stretchOf(query, 'page', total)
  const [columns, cells] =
    file.kind === 'staff'
      ? [staffHeads, within(file.checked.rows, stretch).map(staffCells)]
      : [familyHeads, within(file.checked.rows, stretch).map(familyCells)]
  return (
    <>
      <Table
        wide
        caption={`Rows as they were read: ${counted(stretch, 'row', 'rows')}`}
        columns={columns.map(head => ({ head }))}
        rows={cells}
      />
      <Paging stretch={stretch} query={query} name="page" label="Pages of rows" />
    </>
  )
}

const staffHeads = ['Row', 'Name', 'Email', 'Phone', 'Role', 'Manager', 'Team']
const staffCells = ({ row, name, email, phone, roles, manager, team }: StaffRow) => [
  count(row),
  name,
  email,
  phone ?? '',
  roles.map(role => roleWords[role]).join(', '),
  manager ?? '',
  team ?? '',
]
const familyHeads = ['Row', 'Child', 'Born', 'Parents and carers', 'Worker', 'What for']
const familyCells = ({ row, child, born, parents, worker, purpose }: FamilyRow) => [
  count(row),
  child,
  inDays(new Date(`${born}T12:00:00Z`)),
  parents.map(({ name, email, relationship }) => `${name} (${relationship}), ${email}`).join('; '),
  worker ?? '',
  worker ? purpose : '',
]

/** What is wrong, or what is worth knowing, a page at a time. */
export function Remarks(about: {
  readonly title: string
  readonly all: readonly Remark[]
  readonly query: URLSearchParams
  readonly name: 'problems' | 'notes'
}) {
  const { title, all, query, name } = about
  const stretch = stretchOf(query, name, all.length)
  return (
    <>
      <Subheading>{title}</Subheading>
      <List items={within(all, stretch).map(inWords)} />
      <Paging stretch={stretch} query={query} name={name} label={`Pages of ${name}`} />
    </>
  )
}
