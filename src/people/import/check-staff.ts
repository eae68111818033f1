import type { Role } from '../../records/index.ts'
import { maybeEmail, maybePhone, ownEmail, personName, roleList, words } from './cells.ts'
import { type Here, keyOf } from './here.ts'
import { type LaidOut, rowReader } from './lay-out.ts'
import { byRow, type Checked, type Remark } from './problem.ts'
import { staffColumns } from './rules.ts'

/** One person to add. `manager` is an email address, of somebody here or in the same file. */
export interface StaffRow {
  readonly row: number
  readonly name: string
  readonly email: string
  readonly phone: string | undefined
  readonly roles: readonly Role[]
  readonly manager: string | undefined
  readonly team: string | undefined
}

type Read = { readonly [Key in keyof Omit<StaffRow, 'row'>]: StaffRow[Key] | undefined } & {
  readonly row: number
}

const nobody = new Set(['nobody', 'none', 'no one', '-', '–', 'n/a'])

/** Reads a staff file and holds it against itself and against who is here. Pure. */
export function checkStaff(sheet: LaidOut, here: Here): Checked<StaffRow> {
  const problems: Remark[] = []
  const notes: Remark[] = []
  const rows = sheet.rows.map((row): Read => {
    const take = rowReader(sheet, row, problems)
    return {
      row: row.number,
      name: take('name', personName('their first name and last name')),
      email: take('email', ownEmail('their work email address')),
      phone: take('phone', maybePhone),
      roles: take('role', roleList(here.roles)),
      manager: take('manager', cell =>
        nobody.has(cell.toLowerCase()) ? { ok: true, value: undefined } : maybeEmail(cell),
      ),
      team: take('team', words({ max: 120, empty: { value: undefined } })),
    }
  })
  problems.push(...knownEmails(rows, here), ...unknownManagers(rows, here), ...circles(rows))
  notes.push(...sameNames(rows, here))
  const whole = rows.filter((row): row is StaffRow => Boolean(row.name && row.email && row.roles))
  return { rows: whole, problems: byRow(problems), notes: byRow(notes) }
}

const firstRows = (rows: readonly Read[], value: (row: Read) => string | undefined) => {
  const first = new Map<string, number>()
  for (const row of rows) {
    const key = value(row)
    if (key && !first.has(key)) first.set(key, row.row)
  }
  return first
}

function knownEmails(rows: readonly Read[], here: Here): Remark[] {
  const first = firstRows(rows, ({ email }) => email)
  return rows.flatMap(({ row, email }) => {
    const say = (sentence: string): Remark[] => [{ row, column: staffColumns.email.called, sentence }]
    if (!email) return []
    const known = here.staff.get(email)
    if (known) return say(`'${email}' is ${known.name}, who is here already. Take the row out.`)
    const other = first.get(email)
    return other === row
      ? []
      : say(`'${email}' stands in row ${other} too. Keep one of the rows, or give each their own address.`)
  })
}

function unknownManagers(rows: readonly Read[], here: Here): Remark[] {
  const inFile = firstRows(rows, ({ email }) => email)
  return rows.flatMap(({ row, manager }) =>
    !manager || here.staff.has(manager) || inFile.has(manager)
      ? []
      : [
          {
            row,
            column: staffColumns.manager.called,
            sentence: `'${manager}' is nobody here and nobody in this file. Add a row for them, correct it, or leave it empty.`,
          },
        ],
  )
}

/** Rows whose managers lead back to themselves. Who is here already cannot answer to somebody who is only to come. */
function circles(rows: readonly Read[]): Remark[] {
  const managers = new Map(rows.flatMap(({ email, manager }) => (email && manager ? [[email, manager]] : [])))
  const settled = new Set<string>()
  const inCircle = new Map<string, readonly string[]>()
  for (const start of managers.keys()) {
    const path: string[] = []
    const on = new Set<string>()
    let at: string | undefined = start
    while (at && !settled.has(at) && !on.has(at)) {
      on.add(at)
      path.push(at)
      at = managers.get(at)
    }
    if (at && on.has(at)) {
      const circle = path.slice(path.indexOf(at))
      for (const email of circle) inCircle.set(email, circle)
    }
    for (const email of path) settled.add(email)
  }
  return rows.flatMap(({ row, email, manager }) => {
    const circle = email && manager && inCircle.get(email)
    if (!circle || managers.get(email) !== manager) return []
    const sentence =
      circle.length === 1
        ? `'${manager}' is their own address. Give the person they answer to, or leave it empty.`
        : `'${manager}' answers, in the end, to this person: ${wayRound(circle, email)}. Correct one of these rows.`
    return [{ row, column: staffColumns.manager.called, sentence }]
  })
}

function wayRound(circle: readonly string[], from: string): string {
  const at = circle.indexOf(from)
  const way = [...circle.slice(at), ...circle.slice(0, at), from]
  return way.length > 6 ? `${way.slice(0, 5).join(' → ')} → … → ${from}` : way.join(' → ')
}

/** Two people may have one name: worth a look, and no more. */
function sameNames(rows: readonly Read[], here: Here): Remark[] {
  const first = firstRows(rows, ({ name }) => name && keyOf(name))
  return rows.flatMap(({ row, name, email }) => {
    if (!name || !email || here.staff.has(email)) return []
    const say = (sentence: string): Remark[] => [{ row, column: staffColumns.name.called, sentence }]
    if (here.staffNames.has(keyOf(name)))
      return say(
        `somebody called ${name} is here already, with another email address. Check that they are two people.`,
      )
    const other = first.get(keyOf(name))
    return other === row ? [] : say(`row ${other} has the same name. Check that they are two people.`)
  })
}
