import type { CalendarDay } from '../guidance/index.ts'
import { hasRole, lineOf, type Member, mayManage, staff } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { selectStandings } from './queries.ts'
import { mayFollow, type Standing, seeEverybody, standingOf, standings } from './rules.ts'

/** One person's induction, as those who answer for them see it: whether and when, and nothing of how it went. */
export interface Followed {
  readonly member: Member
  readonly standing: Standing
  readonly passedAt: Date | undefined
  readonly validUntil: CalendarDay | undefined
}

const order = Object.keys(standings) as Standing[]

/**
 * Where those stand whom the reader answers for; for whoever sees everybody, all the staff. Those who have not done it come
 * first. Undefined for somebody who answers for nobody.
 */
export async function followed(reader: Reader<PersonActor>): Promise<readonly Followed[] | undefined> {
  if (!(await hasRole(reader, ...mayFollow))) return undefined
  const everybody = await hasRole(reader, ...seeEverybody)
  const manages = await hasRole(reader, ...mayManage)
  const [members, line] = await Promise.all([
    staff(reader),
    everybody || !manages ? [] : lineOf(reader, reader.actor.personId),
  ])
  const mine = new Set(line)
  const all = await standingsOfMembers(
    reader,
    members.filter(({ id }) => everybody || mine.has(id)),
  )
  return [...all].sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
}

async function standingsOfMembers(reader: Reader, members: readonly Member[]): Promise<readonly Followed[]> {
  const rows = await selectStandings(reader.db, reader.actor.agencyId)
  const found = new Map(rows.map(row => [row.person_id, row]))
  return members.map(member => {
    const row = found.get(member.id)
    const validUntil = row?.valid_until ?? undefined
    return {
      member,
      standing: standingOf({ validUntil, open: row?.open ?? false }, reader.now),
      passedAt: row?.passed_at ?? undefined,
      validUntil,
    }
  })
}

export interface InductionFigures {
  readonly staff: number
  /** Of them, those whose induction counts today. */
  readonly done: number
  /** Of them, those whose induction has run out. */
  readonly ranOut: number
}

/** The reader's agency in figures, without anybody's name: for the board. */
export async function inductionFigures(reader: Reader): Promise<InductionFigures> {
  const all = await standingsOfMembers(reader, await staff(reader))
  return {
    staff: all.length,
    done: all.filter(({ standing }) => standing === 'done' || standing === 'soon').length,
    ranOut: all.filter(({ standing }) => standing === 'ran-out').length,
  }
}
