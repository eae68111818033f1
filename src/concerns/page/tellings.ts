import { withinWorkingDays } from '../../kit/working-days/index.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import { isOutside, type OutsideBody, outsideBody, type Settings, type Step } from '../../routing/index.ts'
import type { Concern } from '../access.ts'
import { type Case, standsAt } from '../casework/case-of.ts'
import { decidedFor, isDecision } from '../casework/rules.ts'
import { lateAfter, routeSince } from '../limits.ts'
import type { StepTable } from '../tables.ts'

/** A body outside, as it stands in one concern: by when it is to be told, and what was decided. */
export interface Telling {
  readonly body: OutsideBody
  readonly step: Step
  readonly lateAfter: Date | undefined
  /** The last decision about it; undefined while there is none. */
  readonly decided: StepTable | undefined
}

/** What is decided about the police goes for 999 too: it is they who come. */
const decidedAs = (body: OutsideBody): OutsideBody => (body === '999' ? 'police' : body)
const isDecided = (body: OutsideBody): boolean => decidedFor.some(one => one === decidedAs(body))

/** Everything that the route of a concern asks, and how far it is done. */
export interface Tellings {
  /** Bodies outside, each once, in the order of the route: what must be told before what may. */
  readonly outside: readonly Telling[]
  /** What helps, and is nobody’s to decide. */
  readonly helps: readonly Step[]
  readonly not: readonly Step[]
}

export function tellingsOf(
  { row }: Pick<Concern, 'row'>,
  { steps, subjects }: Pick<Case, 'steps' | 'subjects'>,
  settings: Settings,
): Tellings {
  const all = routeSince(row, subjects, settings)
  const route = all.map(({ step }) => step)
  const sinceOf = (step: Step) => all.find(one => one.step === step)?.since ?? row.reported_at
  const asked = route.filter(({ weight }) => weight !== 'must-not')
  const must = asked.filter(({ weight }) => weight === 'must')
  const taken = new Map<OutsideBody, Step>()
  const helps: Step[] = []
  for (const step of [...must, ...asked]) {
    if (!step.to || !isOutside(step.to)) continue
    if (!isDecided(step.to)) helps.push(step)
    else if (!taken.has(step.to)) taken.set(step.to, step)
  }
  return {
    outside: [...taken].map(([body, step]) => ({
      body,
      step,
      lateAfter: lateAfter(step.by, sinceOf(step)),
      decided: steps.findLast(one => isDecision(one.step) && one.body === decidedAs(body)),
    })),
    helps: [...new Set(helps)],
    not: route.filter(({ weight }) => weight === 'must-not'),
  }
}

/** The bodies outside that must be told, and of which nobody has kept yet that they were, were asked, or were not and why. */
export const undecidedIn = ({ outside }: Tellings): readonly OutsideBody[] =>
  outside.flatMap(({ body, step, decided }) => (step.weight === 'must' && !decided ? [body] : []))

/** One thing that somebody has to do now. */
export type ToDoNow =
  | { readonly kind: 'tell'; readonly telling: Telling }
  | { readonly kind: 'answer'; readonly by: Date; readonly again: boolean }
  | { readonly kind: 'action'; readonly action: Case['actions'][number] }
  | { readonly kind: 'confirm' }

/** At most so many stand at the top: more would be one more list. */
const most = 2

/**
 * What is to be done first: a closing that waits for a second person; the first body outside that must be told and is not decided;
 * the answer that whoever told is owed; then what somebody was given to do, the soonest due first. Nothing in one that is closed.
 */
export function toDoNow(
  { row, pieces }: Concern,
  of: Case,
  about: { readonly tellings: Tellings; readonly me: string },
): readonly ToDoNow[] {
  const stands = standsAt(of)
  if (stands === 'closed') return []
  const asker = of.steps.findLast(({ step }) => step === 'close-asked')?.taken_by
  const open = about.tellings.outside.find(({ step, decided }) => step.weight === 'must' && !decided)
  const told = pieces.findLast(({ kind }) => kind === 'addition')
  const answered = pieces.findLast(({ kind }) => kind === 'reply')
  const since = answered ? told && told.number > answered.number && told.written_at : row.reported_at
  const due = of.actions.find(({ done_at }) => !done_at)
  const all: readonly (ToDoNow | false | undefined)[] = [
    stands === 'asked' && asker !== about.me && { kind: 'confirm' },
    open && { kind: 'tell', telling: open },
    since && { kind: 'answer', by: withinWorkingDays(since, 1), again: answered !== undefined },
    due && { kind: 'action', action: due },
  ]
  return all.filter(one => one !== undefined && one !== false).slice(0, most)
}

/** How a body outside is reached from here: its own number or address, or the one that the organisation gave. */
export function reachOf(body: OutsideBody, office: OrganisationFacts): string | undefined {
  const { reached } = outsideBody(body)
  if (reached !== 'own') return reached
  if (body === 'lado') return office.lado && `${office.lado.name}, ${office.lado.phone}`
  if (body === 'police') return office.police
  if (body === 'children-services') return office.outside.children ?? undefined
  return undefined
}
