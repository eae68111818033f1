import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from './config.ts'
import { dutiesScreen } from './duties/duties.screen.tsx'
import { frameOf } from './frame.tsx'
import type { Live } from './kit/live.ts'
import type { Mail } from './kit/mail/index.ts'
import { messagePages } from './messages/index.ts'
import { routes as people, type SignIn, visitorOf } from './people/index.ts'
import { peoplePages } from './people/pages.ts'
import { owedFirst, policyScreens } from './policies/index.ts'
import { receiptPages } from './receipts/index.ts'
import type { Ground, LogKeys } from './records/index.ts'
import { type AnyHandler, type AnyScreen, serve } from './screens/index.ts'
import { home } from './welcome/home.screen.tsx'
import { helpPage } from './welcome/index.ts'

/** What the app stands on. Tests and drills replace only the edges: mail and the clock. */
export interface House {
  readonly config: Config
  readonly ground: Ground
  readonly signIn: SignIn
  readonly live: Live
  readonly mail: Mail
  readonly keys: LogKeys
  /** Under which address each asset is served, and the answer for one. */
  readonly assets: {
    readonly manifest: Readonly<Record<string, string>>
    readonly serve: (context: Context) => Promise<Response>
  }
  readonly fault: (error: unknown, reference: string, about: string) => void
}

/** Every page of Lanyard, one capability to a line. What is not here has no address. */
export function pagesOf(house: House): readonly (AnyScreen | AnyHandler)[] {
  const { config, ground, signIn, live, mail, keys } = house
  const family = { minutes: config.familyMinutes, secure: config.url.startsWith('https:'), url: config.url }
  return [
    home,
    helpPage(ground),
    dutiesScreen,
    ...policyScreens,
    ...messagePages(ground, live),
    ...peoplePages(ground, signIn, mail, family),
    ...receiptPages(ground, keys),
  ]
}

const largestForm = 1024 * 1024

const tooLarge = (context: Context) =>
  context.text('What you sent is too large. Send less, or send it in parts.', 413)
const limitStream = bodyLimit({ maxSize: largestForm, onError: tooLarge })

/** What says its length is judged by it, and Node.js reads no more than that; anything else is counted as it comes. */
const limitBody: MiddlewareHandler = (context, next) => {
  const length = context.req.header('content-length')
  if (length === undefined || context.req.header('transfer-encoding')) return limitStream(context, next)
  return Number(length) <= largestForm ? next() : Promise.resolve(tooLarge(context))
}

/** The whole of Lanyard as one function from a Request to a Response. */
export function createApp(house: House): Hono {
  const { ground, signIn, assets } = house
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: house.config.url.startsWith('https:') && 'max-age=31536000',
    }),
  )
  app.use(limitBody)
  app.get('/assets/:name', assets.serve)
  const pages = serve(
    {
      ground,
      visitor: visitorOf({ pool: ground.pool, signIn, clock: ground.clock }),
      owedFirst,
      frame: frameOf(assets.manifest),
      entrances: {
        'sign-in': people.signIn.to(),
        'second-factor': people.setUpFactor.to(),
        'family-sign-in': people.familyIn.to(),
      },
      fault: house.fault,
    },
    pagesOf(house),
  )
  return app.route('/', pages)
}
