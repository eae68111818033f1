import { Refused, refuse } from '../../kit/proof.ts'
import { type Claims, saysTwoSteps } from './claims.ts'
import { cookiePrefix, withOnly } from './cookies.ts'
import { begunIn, cookiesOf, type Entrance, type Step } from './entrance.ts'
import { createLogin } from './login.ts'
import { providerId, type SsoSettings, type Visiting, visiting } from './provider.ts'
import { challenge, secondStepOf } from './second-step.ts'
import { sessionOf } from './session.ts'

/** One member of staff who is here now under an address, in one agency. */
export interface StaffHere {
  readonly agency_id: string
  readonly agency_name: string
  readonly person_id: string
  readonly name: string
  readonly login_id: string | null
}

/** Why the organisation's sign-in led nowhere. */
export type NotIn =
  /** It does not say that the address was verified, or the address is of a domain it may not speak for. */
  | 'unverified'
  /** Nobody who is here now has that address: never invited, or left. */
  | 'unknown'
  /** It cannot be reached, or its answer does not fit our question. */
  | 'failed'

export interface CameBack {
  readonly step: Step
  readonly loginId: string
  /** Those this person was invited as and has not joined yet. */
  readonly joining: readonly StaffHere[]
  readonly next: string
}

/** Signing in by the organisation's own sign-in (OpenID Connect). Who that is here is decided in this file alone. */
export class Organisation {
  readonly #entrance: Entrance
  readonly #settings: SsoSettings

  constructor(entrance: Entrance, settings: SsoSettings) {
    this.#entrance = entrance
    this.#settings = settings
  }

  get name(): string {
    return this.#settings.name
  }

  /** Where to send the browser, with the cookie that ties its return to this. */
  async begin(next: string): Promise<{ to: string; cookies: readonly string[] } | Refused<'failed'>> {
    const { auth } = this.#entrance
    const answer = await auth.api
      .signInSocial({
        body: { provider: providerId, callbackURL: next, errorCallbackURL: failed, disableRedirect: true },
        asResponse: true,
      })
      .catch(() => undefined)
    if (!answer?.ok) return refuse('failed')
    const { url } = (await answer.json()) as { url?: string }
    return url ? { to: url, cookies: answer.headers.getSetCookie() } : refuse('failed')
  }

  /** Takes the browser's return. A sign-in in one step only leads to the second step here. */
  async comeBack(request: Request): Promise<CameBack | Refused<NotIn>> {
    const { auth, url, secure, pool, now } = this.#entrance
    const found: { who: Who | Refused<NotIn> } = { who: refuse('failed') }
    const visit: Visiting = {
      decide: async claims => {
        found.who = await this.#whoIs(claims)
        if (found.who instanceof Refused) return false
        visit.factor = this.#settings.twoSteps === 'always' || saysTwoSteps(claims) ? 'sso' : 'sso-alone'
        return true
      },
    }
    const asked = new Request(`${url}/sign-in/library/callback/${providerId}${new URL(request.url).search}`, {
      headers: withOnly(request, `${cookiePrefix(secure)}.state`),
    })
    const answer = await visiting.run(visit, () => auth.handler(asked)).catch(() => undefined)
    const { who } = found
    if (who instanceof Refused) return who
    const cookies = answer ? cookiesOf(this.#entrance, answer) : []
    const session = await sessionOf(pool, begunIn(this.#entrance, cookies) ?? '', now())
    if (!session || session.loginId !== who.loginId) return refuse('failed')
    const step = await this.#afterFirstStep(session, cookies)
    return { step, ...who, next: answer?.headers.get('location') ?? '/' }
  }

  async #afterFirstStep(
    session: { loginId: string; token: string; factor: string },
    cookies: readonly string[],
  ): Promise<Step> {
    if (session.factor === 'sso') return { at: 'signed-in', cookies }
    const { pool } = this.#entrance
    if (!(await secondStepOf(pool, session.loginId)).any) return { at: 'enrol', cookies }
    await pool.query('delete from auth.session where token = $1', [session.token])
    return challenge(this.#entrance, session.loginId)
  }

  /**
   * The login that these claims are. Known by `sub` once they have come before; the first time by an address that the
   * provider has verified, that is of a domain it may speak for, and that somebody who is here now has.
   */
  async #whoIs(claims: Claims): Promise<Who | Refused<NotIn>> {
    const { auth, pool } = this.#entrance
    const { internalAdapter } = await auth.$context
    const account = await pool.query<{ userId: string }>(
      'select "userId" from auth.account where "providerId" = $1 and "accountId" = $2',
      [providerId, claims.sub],
    )
    const linked = account.rows[0]?.userId
    const email = this.#vouched(claims)
    const staff = email ? await staffByEmail(this.#entrance, email) : []
    const joining = staff.filter(one => one.login_id === null)
    if (linked !== undefined) {
      const here = await pool.query('select 1 from public.persons_of_login($1) limit 1', [linked])
      return here.rowCount || joining.length > 0 ? { loginId: linked, joining } : refuse('unknown')
    }
    if (!email) return refuse('unverified')
    const first = staff[0]
    if (!first) return refuse('unknown')
    const loginId =
      staff.find(one => one.login_id)?.login_id ?? (await createLogin(this.#entrance, email, first.name))
    await internalAdapter.linkAccount({ userId: loginId, providerId, accountId: claims.sub })
    return { loginId, joining }
  }

  #vouched({ email, emailVerified }: Claims): string | undefined {
    if (!email || !emailVerified) return undefined
    const { domains } = this.#settings
    return domains.length === 0 || domains.includes(email.split('@').at(-1) ?? '') ? email : undefined
  }
}

type Who = { readonly loginId: string; readonly joining: readonly StaffHere[] }

/** The library goes here when it fails; comeBack never does, it only reads that no session was begun. */
const failed = '/sign-in/organisation'

async function staffByEmail({ pool }: Entrance, email: string): Promise<StaffHere[]> {
  const { rows } = await pool.query<StaffHere>('select * from public.staff_by_email($1)', [email])
  return rows
}
