import { organisationFacts, workersOf } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { Link, List } from '../ui/index.ts'
import { routes } from './routes.ts'

/** Whom somebody of a family can turn to now: those who work with them still, and the organisation's own numbers. */
export interface TurnTo {
  readonly workers: readonly { readonly id: PersonId; readonly name: string }[]
  readonly phone: string | null
  readonly outOfHours: string | null
  readonly designated: readonly string[]
}

export async function turnTo(reader: Reader<PersonActor>): Promise<TurnTo> {
  const [workers, { phone, outOfHours, designated }] = await Promise.all([
    workersOf(reader, reader.actor.personId),
    organisationFacts(reader),
  ])
  return { workers, phone, outOfHours, designated: designated.map(({ name }) => name) }
}

/** 999 and, for a child, Childline first; then the organisation, and who works with them still. */
export const WhoToTurnTo = ({ to, child }: { readonly to: TurnTo; readonly child: boolean }) => (
  <List
    items={[
      <>
        In danger now: call <Link href="tel:999">999</Link>
      </>,
      child && (
        <>
          To talk to somebody, free, at any hour: Childline on <Link href="tel:08001111">0800 1111</Link>
        </>
      ),
      to.phone && (
        <>
          To reach us: <Link href={`tel:${to.phone.replaceAll(' ', '')}`}>{to.phone}</Link>
          {to.outOfHours && (
            <>
              , and when we are closed{' '}
              <Link href={`tel:${to.outOfHours.replaceAll(' ', '')}`}>{to.outOfHours}</Link>
            </>
          )}
        </>
      ),
      to.designated.length > 0 && `Who looks after safety here: ${to.designated.join(' and ')}`,
      to.workers.length > 0 && (
        <>
          You can{' '}
          <Link href={routes.familyNew.to()}>
            write to {[...new Set(to.workers.map(({ name }) => name))].join(' or ')}
          </Link>
        </>
      ),
    ].filter(Boolean)}
  />
)
