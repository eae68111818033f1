import { dutyRules } from '../duties/index.ts'
import { later } from '../kit/clock.ts'
import { dayOf, endOfDay, withinWorkingDays } from '../kit/working-days/index.ts'
import type { OrganisationFacts } from '../people/index.ts'
import { type By, route, type Settings, type Span, type Step, usualSettings } from '../routing/index.ts'
import { aboutNow } from './about-of.ts'
import type { ConcernTable, SubjectTable } from './tables.ts'

const spans: Readonly<Record<OrganisationFacts['outside']['lado'], Span>> = {
  'one-working-day': { workingDays: 1 },
  '24-hours': { hours: 24 },
  '4-hours': { hours: 4 },
}

/** What an organisation has settled of its route. */
export const settingsOf = ({ outside }: Pick<OrganisationFacts, 'outside'>): Settings => ({
  ...usualSettings,
  lado: spans[outside.lado],
})

/** The route of a concern, as it is in this organisation. */
export const routeOf = (
  { what, about, facts }: Pick<ConcernTable, 'what' | 'about' | 'facts'>,
  settings: Settings,
): readonly Step[] => route({ what, about, ...facts }, settings)

/** What is to be done at once is late once the time for a first look has gone: nobody has done it the moment they are told. */
const firstLook = dutyRules['look-at-concern'].within

/** When something that is to be done by then is late, counted from when somebody told us; undefined where it never is. */
export function lateAfter(by: By, told: Date): Date | undefined {
  if (by === 'any-time') return undefined
  if (by === 'at-once') return later(told, firstLook)
  if (by === 'same-day') {
    const [soonest, evening] = [later(told, firstLook), endOfDay(dayOf(told))]
    return soonest > evening ? soonest : evening
  }
  return 'hours' in by ? later(told, by.hours * 3_600_000) : withinWorkingDays(told, by.workingDays)
}

type Told = Pick<ConcernTable, 'what' | 'about' | 'facts' | 'reported_at'>

/** The route of a concern by what is known now, and since when each step of it is asked: from the telling, or from a naming. */
export function routeSince(
  concern: Told,
  subjects: readonly Pick<SubjectTable, 'about' | 'named_at'>[],
  settings: Settings,
): readonly { readonly step: Step; readonly since: Date }[] {
  const times = [concern.reported_at, ...subjects.map(one => one.named_at)]
  const routes = times.map((_, many) =>
    routeOf({ ...concern, about: aboutNow(concern, subjects.slice(0, many)) }, settings),
  )
  return (routes.at(-1) ?? []).map(step => {
    const first = routes.findIndex(route => route.some(({ id }) => id === step.id))
    return { step, since: times[first] ?? concern.reported_at }
  })
}

/** By when the local authority's officer is told; undefined where they are not. */
export function ladoDue(
  concern: Told,
  subjects: readonly Pick<SubjectTable, 'about' | 'named_at'>[],
  settings: Settings,
): Date | undefined {
  const [first] = routeSince(concern, subjects, settings)
    .filter(({ step: { to, weight } }) => to === 'lado' && weight === 'must')
    .flatMap(({ step, since }) => lateAfter(step.by, since) ?? [])
    .toSorted((one, other) => one.getTime() - other.getTime())
  return first
}
