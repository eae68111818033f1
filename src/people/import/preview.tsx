import type { ComponentChildren } from 'preact'
import { inDays } from '../../kit/clock.ts'
import { List, type LongList, Subheading, SummaryList, Table, Turn } from '../../ui/index.ts'
import { roleWords } from '../rules.ts'
import type { CheckedFile } from './check.ts'
import type { FamilyRow } from './check-families.ts'
import type { StaffRow } from './check-staff.ts'
import { keyOf } from './here.ts'
import { inWords, type Remark } from './problem.ts'

const pageLength = 50
/** A list of the preview, called so in its address. */
export const listOf = (name: string, total: number): LongList => ({ name, length: pageLength, total })
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
export function Rows({ file, from }: { readonly file: CheckedFile; readonly from: number }) {
  const total = file.checked.rows.length
  if (total === 0) return null
  const [columns, cells] =
    file.kind === 'staff'
      ? [staffHeads, file.checked.rows.slice(from, from + pageLength).map(staffCells)]
      : [familyHeads, file.checked.rows.slice(from, from + pageLength).map(familyCells)]
  return (
    <>
      <Table
        caption={`Rows as they were read: ${count(from + 1)} to ${count(from + cells.length)} of ${count(total)}`}
        columns={columns.map(head => ({ head }))}
        rows={cells}
      />
      <Turn list={listOf('from', total)} from={from} what="rows" />
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
export const Remarks = ({
  title,
  all,
  from,
  name,
}: {
  readonly title: string
  readonly all: readonly Remark[]
  readonly from: number
  readonly name: string
}) => (
  <>
    <Subheading>{title}</Subheading>
    <List items={all.slice(from, from + pageLength).map(inWords)} />
    <Turn list={listOf(name, all.length)} from={from} what={title.toLowerCase()} />
  </>
)
