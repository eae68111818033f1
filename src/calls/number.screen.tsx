import { isAgreed } from '../agreements/index.ts'
import { inFull } from '../kit/clock.ts'
import { line } from '../kit/forms/index.ts'
import { agency } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Input, Inset, Link, List, Paragraph, Subheading } from '../ui/index.ts'
import { callsToLog, familyToCall, openingToSee } from './access.ts'
import { CallList, listedCalls } from './calls.screen.tsx'
import { openNumber } from './open-number.ts'
import { selectOpenings } from './queries.ts'
import { routes } from './routes.ts'
import { longest } from './rules.ts'

const toCalls = { href: routes.calls.to(), text: 'Telephone calls' }

/** Whom to call: the families one works with. */
export const whomScreen = screen({
  address: routes.whom,
  load: callsToLog,
  show: ({ thing: { children } }) => ({
    title: 'Call a family',
    back: toCalls,
    body: (
      <>
        <Heading>Call a family</Heading>
        {children.length === 0 && (
          <Paragraph>
            Nobody has entered a child you work with yet. Ask your manager or your administrator to enter who
            you work with.
          </Paragraph>
        )}
        <ul class="ly-list">
          {children.map(({ id, name, purpose, parents }) => (
            <li key={id}>
              {parents.map((parent, at) => (
                <>
                  {at > 0 && ', '}
                  <Link key={parent.id} href={routes.number.to({ person: parent.id })}>
                    {parent.name}
                  </Link>
                </>
              ))}
              {parents.length > 0 && ', or '}
              <Link href={routes.number.to({ person: id })}>{name}</Link>
              <span class="ly-list__aside">{purpose}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  }),
})

/** How to call somebody: through the office; and, where there is no other way, by their number, opened for one call. */
export const numberScreen = screen({
  address: routes.number,
  fields: {
    reason: line({
      max: longest.reason,
      called: 'Why',
      required: 'Enter why you need the number, and cannot call through the office',
    }),
  },
  load: async (reader, { person }) => {
    const found = await familyToCall(reader, person)
    if (!found) return undefined
    const child = found.person.kind === 'child'
    const agreed = !child || (await isAgreed(reader, found.person.id, 'call'))
    return { found, agreed, office: (await agency(reader)).phone }
  },
  show: ({
    thing: {
      found: { person, mayOpen },
      agreed,
      office,
    },
    actor,
    form: { typed, errors },
  }) => ({
    title: `Call ${person.name}`,
    back: toCalls,
    body: (
      <>
        <Heading>Call {person.name}</Heading>
        {!agreed && (
          <Inset>
            Nobody has agreed to calls with {person.name}, or somebody says no to them. Ask their family
            first. A call that you write down is kept all the same, and your manager is told.
          </Inset>
        )}
        <Subheading>Through the office</Subheading>
        <Paragraph>
          Call {actor.place} {office ? `on ${office} ` : ''}and ask to be put through. So the number stays
          with the organisation, and yours with you.
        </Paragraph>
        {person.kind === 'child' && (
          <Paragraph>
            Have your second adult with you, or on the line. It is often better to call the parent or carer.
          </Paragraph>
        )}
        <ButtonLink href={`${routes.log.to()}?with=${person.id}`} kind="secondary">
          Write the call down
        </ButtonLink>
        {mayOpen && person.phone !== null && (
          <form method="post" noValidate>
            <Subheading>If there is no other way</Subheading>
            <Paragraph>
              You can open the number for one call, on a phone of the organisation. That you opened it, when
              and why is on the record, and you are asked to write the call down.
            </Paragraph>
            <Input
              name="reason"
              label="Why do you need the number?"
              hint="For example: the office is closed, and they have not come to fetch her"
              value={typed.reason}
              error={errors.reason}
            />
            <Button once kind="secondary">
              Open the number
            </Button>
          </form>
        )}
        {!mayOpen && <Paragraph>A child’s number is opened by a manager. Ask yours.</Paragraph>}
        {mayOpen && person.phone === null && (
          <Paragraph>
            No number of theirs is entered. Write to them here instead, or ask your administrator to enter it.
          </Paragraph>
        )}
      </>
    ),
  }),
  submit: (writer, { found }, { reason }) => openNumber(writer, found, reason),
  done: opening => routes.opened.to({ opening }),
  refused: {
    'not-yours': () => 'Nothing was opened: a child’s number is opened by a manager. Ask yours.',
    'no-number': () =>
      'Nothing was opened: no number of theirs is entered. Write to them here instead, or ask your administrator.',
  },
})

/** A number that was opened, for a quarter of an hour and for whoever opened it. */
export const openedScreen = screen({
  address: routes.opened,
  load: (reader, { opening }) => openingToSee(reader, opening),
  show: ({ thing: { person, number, opening } }) => ({
    title: `Call ${person.name}`,
    back: toCalls,
    body: (
      <>
        <Heading>Call {person.name}</Heading>
        {number && (
          <>
            <p class="govuk-body-l">
              <Link href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</Link>
            </p>
            <Inset>
              For this one call, on a phone of the organisation. It is shown until a quarter of an hour after
              you opened it. Do not keep it.
            </Inset>
          </>
        )}
        {!number && (
          <Paragraph>
            You opened the number at {inFull(opening.opened_at)}, and it is no longer shown.{' '}
            <Link href={routes.number.to({ person: person.id })}>Call them again</Link>
          </Paragraph>
        )}
        <ButtonLink href={`${routes.log.to()}?with=${person.id}`}>Write the call down</ButtonLink>
      </>
    ),
  }),
})

/** The calls with one person of a family, and when their number was opened. */
export const withScreen = screen({
  address: routes.with,
  load: async (reader, { person: id, query }) => {
    const found = await familyToCall(reader, id)
    if (!found) return undefined
    const { person, calls } = found
    const [listed, openings] = await Promise.all([
      listedCalls(reader, { people: calls, family: [person.id] }, query),
      selectOpenings(reader.db, { agencyId: reader.actor.agencyId, of: person.id, by: calls }),
    ])
    return { person, listed, openings }
  },
  show: ({ thing: { person, listed, openings }, query }) => ({
    title: `Calls with ${person.name}`,
    back: toCalls,
    body: (
      <>
        <Heading>Calls with {person.name}</Heading>
        <div class="ly-acts">
          <ButtonLink href={`${routes.log.to()}?with=${person.id}`}>Write a call down</ButtonLink>
          <ButtonLink kind="secondary" href={routes.number.to({ person: person.id })}>
            Call them
          </ButtonLink>
        </div>
        <CallList {...listed} query={query} none="No call with them has been written down yet." />
        {openings.length > 0 && (
          <>
            <Subheading>When their number was opened</Subheading>
            <List
              items={openings.map(
                ({ opener, opened_at, reason }) => `${opener}, ${inFull(opened_at)}: ${reason}`,
              )}
            />
          </>
        )}
      </>
    ),
  }),
})
