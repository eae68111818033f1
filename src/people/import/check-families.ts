import { birthDate } from './birth-date.ts'
import { maybeEmail, maybePhone, ownEmail, personName, words } from './cells.ts'
import { childKey, type Here, keyOf } from './here.ts'
import { cellOf, type LaidOut, rowReader } from './lay-out.ts'
import { byRow, type Checked, type Remark } from './problem.ts'
import { familyColumns as columns, usually } from './rules.ts'

export interface ParentCell {
  readonly name: string
  readonly email: string
  readonly phone: string | undefined
  readonly relationship: string
}

/** One child to add, with one parent or two (each new, here already, or in another row), and who works with them. */
export interface FamilyRow {
  readonly row: number
  readonly child: string
  readonly born: string
  readonly parents: readonly ParentCell[]
  readonly worker: string | undefined
  readonly purpose: string
}

type Take = ReturnType<typeof rowReader>
type Read = Omit<FamilyRow, 'child' | 'born' | 'purpose'> & {
  child: string | undefined
  born: string | undefined
  purpose: string | undefined
}

/** Reads a file of children and holds it against itself and against who is here. Pure. */
export function checkFamilies(sheet: LaidOut, here: Here): Checked<FamilyRow> {
  const problems: Remark[] = []
  const notes: Remark[] = []
  const born = birthDate(here.today)
  const rows = sheet.rows.map((row): Read => {
    const take = rowReader(sheet, row, problems)
    const second = ['parent2', 'email2', 'phone2', 'relationship2'].some(key => cellOf(sheet, row, key))
    return {
      row: row.number,
      child: take('child', personName('the child’s first name and last name')),
      born: take('born', born),
      parents: [parentOf(take, 1), second ? parentOf(take, 2) : undefined].filter(one => one !== undefined),
      worker: take('worker', maybeEmail),
      purpose: take('purpose', words({ max: 200, empty: { value: usually.purpose } })),
    }
  })
  problems.push(...knownChildren(rows, here), ...unlikeParents(rows, here), ...unknownWorkers(rows, here))
  notes.push(...knownParents(rows, here))
  const whole = rows.filter((row): row is FamilyRow => Boolean(row.child && row.born && row.purpose))
  return { rows: whole, problems: byRow(problems), notes: byRow(notes) }
}

function parentOf(take: Take, number: 1 | 2): ParentCell | undefined {
  const name = take(`parent${number}`, personName('the parent’s or carer’s name'))
  const email = take(`email${number}`, ownEmail('their own email address: their link is sent there'))
  const phone = take(`phone${number}`, maybePhone)
  const relationship = take(
    `relationship${number}`,
    words({ max: 60, empty: { value: usually.relationship } }),
  )
  return name && email && relationship ? { name, email, phone, relationship } : undefined
}

function knownChildren(rows: readonly Read[], here: Here): Remark[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, child, born }) => {
    if (!child || !born) return []
    const say = (sentence: string): Remark[] => [{ row, column: columns.child.called, sentence }]
    const key = childKey(child, born)
    if (here.children.has(key)) return say(`${child}, born on that day, is here already. Take the row out.`)
    const other = first.get(key)
    if (other) return say(`${child}, born on that day, stands in row ${other} too. Keep one of the rows.`)
    first.set(key, row)
    return []
  })
}

/** An email address is one parent's, in every row and here: a second name under it is a mistake or another person. */
function unlikeParents(rows: readonly Read[], here: Here): Remark[] {
  const first = new Map<string, { row: number; name: string }>()
  return rows.flatMap(({ row, parents }) =>
    parents.flatMap((parent, at) => {
      const say = (sentence: string): Remark[] => [
        { row, column: at === 0 ? columns.email1.called : columns.email2.called, sentence },
      ]
      if (parents.findIndex(({ email }) => email === parent.email) < at)
        return say(
          `'${parent.email}' is parent 1’s too. Give each their own address, or leave parent 2 empty.`,
        )
      if (here.childrensAddresses.has(parent.email))
        return say(`'${parent.email}' is a child’s here. Give the parent’s or carer’s own address.`)
      const known = here.parents.get(parent.email)
      if (known && keyOf(known.name) !== keyOf(parent.name))
        return say(
          `'${parent.email}' is ${known.name} here already, and '${parent.name}' in this row. Correct the name or the address.`,
        )
      const before = first.get(parent.email)
      if (before && keyOf(before.name) !== keyOf(parent.name))
        return say(
          `'${parent.email}' is '${before.name}' in row ${before.row}, and '${parent.name}' in this row. Give each person their own address, and each their name in the same way.`,
        )
      if (!before) first.set(parent.email, { row, name: parent.name })
      return []
    }),
  )
}

function unknownWorkers(rows: readonly Read[], here: Here): Remark[] {
  return rows.flatMap(({ row, worker }) =>
    !worker || here.staff.has(worker)
      ? []
      : [
          {
            row,
            column: columns.worker.called,
            sentence: `'${worker}' is nobody who works here. Add them first, correct it, or leave it empty.`,
          },
        ],
  )
}

const knownParents = (rows: readonly Read[], here: Here): Remark[] =>
  rows.flatMap(({ row, parents }) =>
    parents.flatMap(({ email, name }) => {
      const known = here.parents.get(email)
      return known && keyOf(known.name) === keyOf(name)
        ? [{ row, sentence: `${known.name} is here already, and becomes this child’s parent or carer too.` }]
        : []
    }),
  )
