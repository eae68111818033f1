import type { VNode } from 'preact'
import { routes as approaches, linkRoutes as links } from './approaches/index.ts'
import { routes as board } from './board/index.ts'
import { routes as concerns } from './concerns/index.ts'
import { routes as duties } from './duties/index.ts'
import { inFull } from './kit/clock.ts'
import { routes as library } from './library/index.ts'
import { routes as messages } from './messages/index.ts'
import { routes as notices } from './notices/index.ts'
import { routes as people } from './people/index.ts'
import { routes as policies } from './policies/index.ts'
import { routes as receipts } from './receipts/index.ts'
import type { PersonActor, Role } from './records/index.ts'
import type { Framed } from './screens/index.ts'
import { ErrorSummary, NotificationBanner, Page, type StrapColour } from './ui/index.ts'
import { routes as welcome } from './welcome/index.ts'

/** The strap's colour and words for each role. A person with several wears the first of these that they have. */
const straps: readonly (readonly [role: Role, label: string, colour: StrapColour])[] = [
  ['designated-person', 'Designated person', 'red'],
  ['deputy-designated-person', 'Deputy designated person', 'red'],
  ['board-member', 'Board member', 'purple'],
  ['senior-manager', 'Senior manager', 'blue'],
  ['manager', 'Manager', 'blue'],
  ['administrator', 'Administrator', 'orange'],
  ['worker', 'Worker', 'green'],
  ['volunteer', 'Volunteer', 'teal'],
]

function strapOf(actor: PersonActor | undefined): { label: string; colour: StrapColour } {
  if (!actor) return { label: 'Safer contact, on the record', colour: 'grey' }
  if (actor.kind === 'child') return { label: actor.place, colour: 'grey' }
  if (actor.kind === 'parent') return { label: actor.place, colour: 'grey' }
  const [, words, colour] = straps.find(([role]) => actor.roles.includes(role)) ?? [
    '',
    'Staff',
    'grey' as const,
  ]
  return { label: `${words}, ${actor.place}`, colour }
}

interface Door {
  readonly href: string
  readonly text: string
  /** Where else its pages are. */
  readonly also?: readonly string[]
  /** For those alone who have one of these roles. */
  readonly roles?: readonly Role[]
}

const doors: readonly Door[] = [
  { href: welcome.home.to(), text: 'Home' },
  { href: duties.duties.to(), text: 'My duties' },
  {
    href: messages.conversations.to(),
    text: 'Conversations',
    also: [approaches.approaches.to(), links.links.to(), messages.worries.to(), notices.notices.to()],
  },
  { href: library.home.to(), text: 'Guidance' },
  { href: policies.policies.to(), text: 'Policies' },
  { href: people.people.to(), text: 'People' },
  { href: board.board.to(), text: 'Member agencies', roles: ['board-member'] },
]

const familyDoors: readonly Door[] = [
  { href: messages.family.to(), text: 'Your messages', also: ['/family-notices/'] },
]
const endDoors: readonly Door[] = [{ href: people.account.to(), text: 'My account' }]

const waysOf = (some: readonly Door[], actor: PersonActor, path: string) =>
  some
    .filter(({ roles }) => !roles || roles.some(role => actor.roles.includes(role)))
    .map(({ href, text, also = [] }) => ({
      href,
      text,
      current: [href, ...also].some(one => isCurrent(one, path)),
    }))

/** Who is told on every page that mail or texts have stopped: those who would be told of a concern, and whoever can mend it. */
const toldOfStop: readonly Role[] = [
  'designated-person',
  'deputy-designated-person',
  'senior-manager',
  'administrator',
]

/** That nobody is being told of anything by email, since when, and what to do. */
const MailStopped = ({ since, roles }: { readonly since: Date; readonly roles: readonly Role[] }) => (
  <NotificationBanner title="No mail is going out" titleId="mail-stopped">
    <p class="govuk-notification-banner__heading">
      Since {inFull(since)} no letter could be handed over: nobody is told by email of a duty, a concern or a
      message.
    </p>
    <p class="govuk-body">
      Look at{' '}
      <a class="govuk-notification-banner__link" href={duties.duties.to()}>
        My duties
      </a>{' '}
      here, several times a day, and tell the others to.{' '}
      {roles.includes('administrator')
        ? 'Whoever looks after the server checks the mail server that LANYARD_MAIL names.'
        : 'Ask an administrator to have the mail server looked at.'}{' '}
      Nothing is lost: each letter is tried again. This goes once one has gone out.
    </p>
  </NotificationBanner>
)

/** That no text goes out, since when, and what to do: to those who write to families, and to the families themselves. */
const TextsStopped = ({
  since,
  staff,
}: {
  readonly since: Date
  readonly staff?: readonly Role[] | undefined
}) => (
  <NotificationBanner title="No texts are going out" titleId="texts-stopped">
    <p class="govuk-notification-banner__heading">
      Since {inFull(since)} no text could be handed over
      {staff
        ? ': families who are reached by text hear nothing from us.'
        : '. If you get texts from us, you get none now.'}
    </p>
    {staff ? (
      <p class="govuk-body">
        Ring those who must know something now, and write the call down. What you write to them stands on
        their page, and goes by text once texts go out again.{' '}
        {staff.includes('administrator')
          ? 'Whoever looks after the server checks the account with GOV.UK Notify.'
          : 'Ask an administrator to have it looked at.'}
      </p>
    ) : (
      <p class="govuk-body">
        Everything we wrote to you is under{' '}
        <a class="govuk-notification-banner__link" href={messages.family.to()}>
          Your messages
        </a>
        . Look there until this is gone. If a child is in danger, call 999.
      </p>
    )}
  </NotificationBanner>
)

/**
 * The frame around every page, the same everywhere. `manifest` says under which address each asset is served, `stopped` since when
 * no letter or no text goes out.
 */
export const frameOf =
  (
    manifest: Readonly<Record<string, string>>,
    stopped: Readonly<Record<'mail' | 'texts', () => Date | undefined>>,
  ) =>
  ({ content, actor, path, errors, refusal, told }: Framed): VNode => {
    const asset = (name: string) => manifest[name] ?? `/assets/${name}`
    const wrong = Boolean(refusal) || Object.values(errors ?? {}).some(Boolean)
    const staff = actor?.kind === 'staff' ? actor : undefined
    const isTold = staff?.roles.some(role => toldOfStop.includes(role))
    const since = isTold ? stopped.mail() : undefined
    const noTexts = isTold || (actor && !staff) ? stopped.texts() : undefined
    return (
      <Page
        title={content.title}
        service="Lanyard"
        assets={{
          css: asset('lanyard.css'),
          scripts: ['start.js', ...(content.scripts ?? [])].map(asset),
          icon: asset('icon.svg'),
        }}
        strap={strapOf(actor)}
        who={
          actor && {
            id: actor.personId,
            name: actor.name,
            place: actor.place,
            signOut: staff ? people.signOut.to() : people.familySignOut.to(),
          }
        }
        home={actor && !staff ? messages.family.to() : welcome.home.to()}
        ways={actor && waysOf(staff ? doors : familyDoors, actor, path)}
        endWays={staff && waysOf(endDoors, staff, path)}
        help={{ href: welcome.help.to(), text: 'Get help now' }}
        worried={{
          href: /^\/tell\/[a-z0-9-]+/.exec(path)?.[0] ?? concerns.tell.to(),
          text: 'I am worried about somebody',
        }}
        back={content.back}
        plain={content.plain}
        wrong={wrong}
        footer={
          <>
            <p>If a child is in danger now, call 999.</p>
            <p>
              Lanyard keeps a record that cannot be changed quietly.{' '}
              <a href={receipts.check.to()}>Check a receipt</a>
            </p>
          </>
        }
      >
        {since && staff && <MailStopped since={since} roles={staff.roles} />}
        {noTexts && <TextsStopped since={noTexts} staff={staff?.roles} />}
        {told && (
          <NotificationBanner success title="Done">
            {told}
          </NotificationBanner>
        )}
        <ErrorSummary errors={errors} refusal={refusal} />
        {content.body}
      </Page>
    )
  }

const isCurrent = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path.startsWith(href)
