import { cookieLine } from '../kit/cookie.ts'
import { parseForm, text } from '../kit/forms/index.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { withinLimit } from '../kit/limits.ts'
import { Refused } from '../kit/proof.ts'
import { tokenHash } from '../kit/tokens.ts'
import { type AgencyId, type Ground, type PersonId, system, withoutEntry } from '../records/index.ts'
import { type Content, handler, isKept, keptCookie, TooMany, withKept } from '../screens/index.ts'
import { Button, Heading, Hidden, Input, Inset, Paragraph } from '../ui/index.ts'
import type { Above } from './above.ts'
import { endFamilySession, enterByCode } from './family-link.ts'
import { selectNewestKept } from './kept/queries.ts'
import type { FamilyLinkTable } from './queries.ts'
import { routes } from './routes.ts'
import { cookieOf, graceHours } from './sign-in/index.ts'
import { familyCookie, familyVisitor } from './visitor.ts'

interface Link {
  agency_id: AgencyId
  agency_name: string
  link_id: FamilyLinkTable['id']
  person_id: PersonId
}

export interface FamilySettings {
  readonly minutes: number
  readonly secure: boolean
}

/** A family's way in: their link, then a code that is sent to the address on file when they ask for it. */
export const familyLinkPage = (ground: Ground, settings: FamilySettings, above: Above) =>
  handler(routes.familyLink, {
    async get({ page, params }) {
      const link = await find(ground, params.token)
      return link ? page(askForm(link)) : page(gone, { status: 404 })
    },
    async post({ form, page, params, go }) {
      const link = await find(ground, params.token)
      if (!link) return page(gone, { status: 404 })
      const sent = await form()
      if (sent.get('step') === 'send') return page(await sendCode(ground, link))
      const parsed = parseForm(
        { code: text({ max: 20, called: 'The code', required: 'Enter the six-digit code' }) },
        sent,
      )
      const again = (sentence: string | undefined) =>
        page(codeForm(link, sentence), { status: 422, errors: { code: sentence } })
      if (!parsed.ok) return again(parsed.state.errors.code)
      const code = parsed.values.code.replace(/\D/g, '')
      const whose = { agencyId: link.agency_id, personId: link.person_id }
      const { entered, kept } = await withoutEntry(ground, system(link.agency_id), async writer => {
        const entered = await enterByCode(writer, link.link_id, code, settings.minutes)
        if (entered instanceof Refused && entered.reason === 'ended')
          await above.linksEnded(writer, link.person_id)
        return { entered, kept: await selectNewestKept(writer.db, whose, writer.now) }
      })
      if (entered instanceof Refused) {
        return entered.reason === 'ended'
          ? page(gone, { status: 404 })
          : again('The code is not right. Check it, or have another sent')
      }
      const { minutes, secure } = settings
      const cookie = cookieLine(familyCookie, entered, { seconds: minutes * 60 + graceHours * 3600, secure })
      return kept ? go(withKept(kept.path), [cookie, keptCookie(secure)]) : go('/family', [cookie])
    },
  })

async function sendCode(ground: Ground, link: Link): Promise<Content> {
  if (
    !(await withinLimit(
      ground.pool,
      `family-code:${link.link_id}`,
      { most: 5, seconds: 3600 },
      ground.clock(),
    ))
  )
    throw new TooMany(60, {
      words:
        'We have sent you several codes already: look in your email, under spam too, or on your phone if we text you. If it cannot wait, call the organisation.',
    })
  await withoutEntry(ground, system(link.agency_id), ({ db }) =>
    enqueue(db, {
      task: 'family-code',
      payload: { agencyId: link.agency_id, linkId: link.link_id, personId: link.person_id },
      key: `family-code:${link.link_id}`,
    }),
  )
  return codeForm(link)
}

async function find(ground: Ground, token: string): Promise<Link | undefined> {
  const { rows } = await ground.pool.query<Link>('select * from family_link_by_token($1, $2)', [
    tokenHash(token),
    ground.clock(),
  ])
  return rows[0]
}

export const familySignOutPage = (ground: Ground, { secure }: FamilySettings) =>
  handler(routes.familySignOut, {
    get: ({ page }) => page(signedOut),
    async post({ request, go }) {
      const token = cookieOf(request, familyCookie)
      const family = await familyVisitor(ground.pool, request, ground.clock())
      if (token && family.kind === 'family') {
        const { agencyId, personId } = family.actor
        await withoutEntry(ground, system(agencyId), writer => endFamilySession(writer, personId, token))
      }
      return go(routes.familySignOut.to(), [cookieLine(familyCookie, '', { seconds: 0, secure })])
    },
  })

export const familyInPage = handler(routes.familyIn, {
  get: ({ page, url }) => page(openLink(isKept(url.searchParams.get('next')))),
})

const askForm = (link: Link): Content => ({
  title: `Messages from ${link.agency_name}`,
  plain: true,
  body: (
    <>
      <Heading>Messages from {link.agency_name}</Heading>
      <Paragraph>
        {link.agency_name} has written to you. It uses Lanyard, so that contact with families goes through the
        organisation and is kept safe. There is no password, and nothing to install.
      </Paragraph>
      <Paragraph>
        First, to make sure it is you, we send you a six-digit code: by email, or by text if that is how we
        reach you.
      </Paragraph>
      <form method="post">
        <Hidden name="step" value="send" />
        <Button once>Send me a code</Button>
      </form>
    </>
  ),
})

const codeForm = (link: Link, error?: string): Content => ({
  title: 'Enter the code',
  plain: true,
  body: (
    <>
      <form method="post" noValidate>
        <Input
          name="code"
          label="Enter the code"
          labelIsHeading
          hint={`We have sent you six digits, by email or by text. They come from ${link.agency_name} and are good for 15 minutes.`}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          error={error}
        />
        <Button once>Read my messages</Button>
      </form>
      <form method="post">
        <Hidden name="step" value="send" />
        <Button kind="secondary">Send another code</Button>
      </form>
    </>
  ),
})

const gone: Content = {
  title: 'This link cannot be used',
  plain: true,
  body: (
    <>
      <Heading>This link cannot be used</Heading>
      <Paragraph>
        It is too old, or a wrong code was entered too often. You get a new link with the next message. If you
        cannot wait for that, call the organisation that sent it.
      </Paragraph>
    </>
  ),
}

const openLink = (kept: boolean): Content => ({
  title: 'Open your link again',
  plain: true,
  body: (
    <>
      <Heading>Open your link again</Heading>
      <Paragraph>
        You were signed out to keep your messages safe. Open the link in the newest email we sent you: we then
        send you a code, as before.
      </Paragraph>
      {kept && (
        <Inset>What you typed is not lost. It was not sent yet: it is there when you come in again.</Inset>
      )}
    </>
  ),
})

const signedOut: Content = {
  title: 'You are signed out',
  plain: true,
  scripts: ['draft.js'],
  body: (
    <>
      <Heading>You are signed out</Heading>
      <p data-drafts-end hidden />
      <Paragraph>To come back, open the link in your email again.</Paragraph>
    </>
  ),
}
