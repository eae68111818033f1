import type { ComponentChildren } from 'preact'
import { inDays } from '../../kit/clock.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type Address, screen } from '../../screens/index.ts'
import {
  ButtonLink,
  Heading,
  Inset,
  Link,
  List,
  Paragraph,
  Subheading,
  SummaryList,
  type SummaryRow,
  Tag,
  Unseen,
} from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { type PersonHere, personToSee } from '../access.ts'
import { isAdultAtRisk } from '../at-risk/queries.ts'
import { awayToday } from '../away/away-today.ts'
import { awayWords } from '../away/words.ts'
import { selectTies } from '../families/queries.ts'
import { Ties } from '../families/ties.tsx'
import { selectPerson } from '../queries.ts'
import { routes } from '../routes.ts'
import { type PersonButton, personActions, roleWords } from '../rules.ts'
import { selectTeamsOf } from '../teams/queries.ts'
import { Agreed } from './agreed.tsx'
import { Handed } from './handed.tsx'
import { linksAbove } from './links-above.ts'
import { PersonalLinks } from './personal-links.tsx'
import { selectFamily, selectGrants, selectHandover, selectWork } from './queries.ts'

const kindWords = { staff: '', child: 'Child', parent: 'Parent or carer' } as const

/** Where each button of the table of rights leads. */
const addresses: Readonly<Record<PersonButton, Address<`/people/:person/${string}`>>> = {
  'change-roles': routes.changeRoles,
  'change-manager': routes.changeManager,
  'begin-work': routes.beginWork,
  'add-parent': routes.addParent,
  correct: routes.correct,
  'enter-away': routes.away,
  'say-adult': routes.adult,
  'invite-again': routes.inviteAgain,
  'sign-in-anew': routes.signInAnew,
  'let-leave': routes.leaving,
  'change-way': routes.way,
  'end-links': routes.endLinks,
}
/** Whether a button is for those who have joined, or for those who have yet to. Others are for both. */
const hasLogin: Partial<Record<PersonButton, boolean>> = { 'invite-again': false, 'sign-in-anew': true }
const buttons = Object.keys(addresses) as PersonButton[]

/** One person: what they do here, who they answer to, and what the reader may see and do of the rest. */
export const personScreen = (above: Above) =>
  screen({
    address: routes.person,
    load: async (reader, { person: id }) => {
      const found = await personToSee(reader, id)
      return found && { ...found, ...(await lookedUp(reader, found, above)) }
    },
    show: ({ thing }) => {
      const { person, may } = thing
      const to = { person: person.id }
      const joined = person.login_id !== null
      return {
        title: person.name,
        back: { href: routes.people.to(), text: 'People' },
        body: (
          <>
            <Heading>{person.name}</Heading>
            {person.left_at && (
              <Inset>
                {person.name} left on {inDays(person.left_at)}.
              </Inset>
            )}
            {thing.away && !person.left_at && (
              <Inset>
                {person.name} is {awayWords(thing.away)}.
              </Inset>
            )}
            <SummaryList rows={factsOf(thing)} />
            <Ties {...thing} />
            <Work {...thing} />
            {thing.agreed && <Agreed {...thing.agreed} />}
            <Signed {...thing} />
            <PersonalLinks links={thing.links} />
            <Handed {...thing} above={above} />
            <div class="ly-acts">
              {thing.besides.map(({ href, words }) => (
                <ButtonLink key={href} href={href} kind="secondary">
                  {words}
                </ButtonLink>
              ))}
              {buttons
                .filter(act => may.has(act) && (hasLogin[act] ?? joined) === joined)
                .map(act => (
                  <ButtonLink
                    key={act}
                    href={addresses[act].to(to)}
                    kind={act === 'let-leave' ? 'warning' : 'secondary'}
                  >
                    {personActions[act].words}
                  </ButtonLink>
                ))}
            </div>
          </>
        ),
      }
    },
  })

async function lookedUp(reader: Reader<PersonActor>, { person, may }: PersonHere, above: Above) {
  const { db, actor } = reader
  const at = [db, actor.agencyId, person.id] as const
  const staff = person.kind === 'staff'
  const sees = may.has('see-children') || may.has('see-family')
  const [grants, manager, teams, work, family, signing, handover, besides, away, adult, agreed, links, ties] =
    await Promise.all([
      staff ? selectGrants(...at) : [],
      person.manager_id && !person.left_at ? selectPerson(db, actor.agencyId, person.manager_id) : undefined,
      staff ? selectTeamsOf(...at) : [],
      sees ? selectWork(...at) : [],
      may.has('see-family') ? selectFamily(...at) : [],
      may.has('see-signing') ? above.signing(reader, person.id) : [],
      may.has('see-handover') ? selectHandover(...at) : undefined,
      linksAbove(reader, person, { above, family: may.has('see-family') }),
      staff ? awayToday(reader, person.id) : undefined,
      person.kind === 'child' && isAdultAtRisk(reader, person.id),
      may.has('see-agreements') ? above.agreed(reader, person.id) : undefined,
      may.has('see-personal-links') ? above.personalLinks(reader, person.id) : [],
      may.has('see-family') ? selectTies(...at) : [],
    ])
  return {
    grants,
    manager,
    teams,
    work,
    family,
    signing,
    handover,
    besides,
    away,
    adult,
    agreed,
    links,
    ties,
  }
}

type Shown = PersonHere & Awaited<ReturnType<typeof lookedUp>>

const toPerson = (one: { readonly id: string; readonly name: string }) => (
  <Link href={routes.person.to({ person: one.id })}>{one.name}</Link>
)

/** Between each two a comma. */
const listed = (items: readonly ComponentChildren[]) =>
  items.flatMap((item, at) => (at === 0 ? [item] : [', ', item]))

function factsOf({ person, may, grants, manager, teams, family, adult }: Shown): SummaryRow[] {
  const facts: (SummaryRow | false)[] = [
    person.kind === 'staff'
      ? !person.left_at && {
          key: 'What they do here',
          value: grants.map(({ role }) => roleWords[role]).join(', ') || 'Nothing yet',
        }
      : { key: 'Who they are', value: adult ? 'Adult who may be at risk' : kindWords[person.kind] },
    person.kind === 'staff' &&
      !person.left_at && { key: 'Answers to', value: manager ? toPerson(manager) : 'Nobody here' },
    teams.length > 0 && {
      key: 'Teams',
      value: listed(
        teams.map(({ team_id, team_name }) => (
          <Link href={routes.team.to({ team: team_id })}>{team_name}</Link>
        )),
      ),
    },
    family.length > 0 && {
      key: person.kind === 'child' ? 'Parents and carers' : 'Children',
      value: listed(family.map(toPerson)),
    },
    // Where a link or an invitation goes: for those who can send one, or end it, so that they see when it is wrong.
    (may.has('end-links') || may.has('invite-again')) && {
      key: 'Email address',
      value: person.email ?? 'None is entered, so they cannot be reached here',
    },
    { key: person.kind === 'staff' ? 'Joined' : 'Entered', value: inDays(person.joined_at) },
    person.kind === 'staff' &&
      may.has('invite-again') &&
      !person.login_id && { key: 'Invitation', value: 'Sent, and not yet accepted' },
  ]
  return facts.filter(fact => fact !== false)
}

function Work({ person, may, work }: Shown) {
  if (person.kind === 'parent' || (!may.has('see-children') && !may.has('see-family'))) return null
  const child = person.kind === 'child'
  return (
    <>
      <Subheading>{child ? 'Who works with them' : 'Children they work with'}</Subheading>
      {work.length === 0 && <Paragraph>Nobody is entered.</Paragraph>}
      {work.length > 0 && (
        <List
          items={work.map(({ id, child_id, child_name, staff_id, staff_name, purpose }) => (
            <>
              {toPerson(child ? { id: staff_id, name: staff_name } : { id: child_id, name: child_name })},{' '}
              {purpose}
              {!child && may.has('end-work') && (
                <>
                  .{' '}
                  <Link href={routes.endWork.to({ person: person.id, link: id })}>
                    End this work<Unseen> with {child_name}</Unseen>
                  </Link>
                </>
              )}
            </>
          ))}
        />
      )}
    </>
  )
}

function Signed({ may, signing }: Shown) {
  if (!may.has('see-signing')) return null
  return (
    <>
      <Subheading>Policies</Subheading>
      {signing.length === 0 && <Paragraph>No policy is in force yet.</Paragraph>}
      {signing.length > 0 && (
        <List
          items={signing.map(({ policy, words, good }) => (
            <>
              {policy} <Tag colour={good ? 'green' : 'orange'}>{words}</Tag>
            </>
          ))}
        />
      )}
    </>
  )
}
