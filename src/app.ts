import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { agreedLines, agreementPages, mayHoldNumber } from './agreements/index.ts'
import { approachPages, personalLinksOf } from './approaches/index.ts'
import { askPages } from './ask/index.ts'
import { besidePolicies } from './beside-policies.ts'
import { boardPages } from './board/index.ts'
import { besideCalls, callScreens, callsWith } from './calls/index.ts'
import { besideMessages, channelPages, helpedWords } from './channels/index.ts'
import {
  codeOfTold,
  concernPages,
  presenceOfReaders,
  takingNoPictures,
  tellAt,
  tellOfMessage,
} from './concerns/index.ts'
import type { Config } from './config.ts'
import { doingsAbove } from './doings.ts'
import { draftingPages } from './drafting/index.ts'
import { exportPages, routes as exports, personExport } from './exports/index.ts'
import { dutiesScreen } from './follow-up/index.ts'
import { frameOf } from './frame.tsx'
import { allHoldings } from './holdings.ts'
import { inductionPages } from './induction/index.ts'
import { allKept } from './kept.ts'
import type { Live } from './kit/live.ts'
import type { Mail } from './kit/mail/index.ts'
import { libraryScreens } from './library/index.ts'
import {
  linksEnded,
  messagePages,
  pastMessages,
  presenceChanged,
  tieEnded,
  workEnded,
} from './messages/index.ts'
import { noticePages, noticesForFamily } from './notices/index.ts'
import { ownRulesPages } from './own-rules/index.ts'
import { keptForms, routes as people, type SignIn, visitorOf } from './people/index.ts'
import { peoplePages } from './people/pages.ts'
import { owedFirst, policyPages, standingsOf } from './policies/index.ts'
import { posterPages } from './posters/index.ts'
import { receiptPages } from './receipts/index.ts'
import type { Ground, LogKeys } from './records/index.ts'
import { retentionPages } from './retention/index.ts'
import { reviewPages } from './reviews/index.ts'
import { type AnyHandler, type AnyScreen, serve } from './screens/index.ts'
import { sealingPages, withSealing } from './sealing/index.ts'
import { isStopped, textPages } from './texts/index.ts'
import { tuningPages } from './tuning/index.ts'
import { waysOf } from './ways.ts'
import { helpPage, homeScreen } from './welcome/index.ts'
import { allWhomNow } from './whom-now.ts'

/** What the app stands on. Tests and drills replace only the edges: mail and the clock. */
export interface House {
  readonly config: Config
  readonly ground: Ground
  readonly signIn: SignIn
  readonly live: Live
  readonly mail: Mail
  /** Since when no letter could be handed over; undefined while they can. */
  readonly mailStoppedSince: () => Date | undefined
  readonly textsStoppedSince: () => Date | undefined
  readonly keys: LogKeys
  /** Signs cookies, and seals what is kept for somebody who is signing in again. */
  readonly secret: string
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
  const about = {
    minutes: config.familyMinutes,
    secure: config.url.startsWith('https:'),
    url: config.url,
    trouble: (error: unknown) => house.fault(error, 'background', 'a letter'),
  }
  return [
    homeScreen(doingsAbove),
    helpPage(ground),
    ...askPages(ground),
    ...ownRulesPages(ground),
    ...tuningPages(pastMessages),
    dutiesScreen,
    ...policyPages(ground, besidePolicies),
    ...draftingPages(ground),
    ...libraryScreens,
    ...inductionPages(ground),
    ...agreementPages,
    // Before those of conversations, which have a name in the same place.
    ...reviewPages,
    ...messagePages(ground, live, {
      beside: besideMessages,
      helped: (reader, message) => helpedWords(reader, { message }),
      notices: noticesForFamily,
      meanwhile: besideCalls,
      exportAt: exports.askConversation.to,
      worried: { tell: tellOfMessage, codeOf: codeOfTold, guarded: takingNoPictures },
    }),
    ...exportPages(ground),
    ...noticePages,
    ...channelPages,
    ...textPages(ground, {
      callback: config.notify?.callback,
      ways: waysOf(config),
      url: config.url,
    }),
    ...approachPages,
    ...callScreens,
    ...peoplePages(ground, signIn, mail, about, {
      signing: standingsOf,
      holdings: allHoldings,
      whomNow: allWhomNow,
      textsStopped: isStopped,
      linksEnded,
      personalLinks: personalLinksOf,
      ways: waysOf(config),
      presenceChanged: async (writer, id) => {
        await presenceChanged(writer, id)
        await presenceOfReaders(writer)
      },
      workEnded,
      tieEnded,
      agreed: agreedLines,
      mayHoldNumber,
      callsWith,
      exportOf: personExport,
    }),
    ...retentionPages(allKept),
    ...posterPages(ground, config.url, tellAt),
    ...receiptPages(ground, keys),
    ...sealingPages({ ground, secure: about.secure, tokenOf: request => signIn.tokenOf(request) }),
    ...concernPages(ground, {
      ...{ ...about, keys, secret: house.secret },
      fault: (error, about) => house.fault(error, 'background', about),
      checking: { clamav: config.clamav, secret: house.secret },
    }),
    ...boardPages(ground),
  ]
}

/** What is to be saved is shown in no page of ours: whoever makes a browser show it all the same sees it run nothing. */
const savedFilesRunNothing: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.headers.get('content-disposition')?.startsWith('attachment'))
    context.res.headers.set('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
}

/** The whole of Lanyard as one function from a Request to a Response. */
export function createApp(house: House): Hono {
  const { ground, signIn, assets } = house
  const app = new Hono()
  app.use(savedFilesRunNothing)
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
  app.get('/assets/:name', assets.serve)
  const pages = serve(
    {
      ground,
      visitor: withSealing({
        ground,
        secure: house.config.url.startsWith('https:'),
        tokenOf: request => signIn.tokenOf(request),
        visitor: visitorOf({ pool: ground.pool, signIn, clock: ground.clock }),
      }),
      kept: keptForms({
        ground,
        secret: house.secret,
        visitorAt: (request, opens, at) =>
          visitorOf({ pool: ground.pool, signIn, clock: () => at })(request, opens),
      }),
      owedFirst,
      frame: frameOf(assets.manifest, { mail: house.mailStoppedSince, texts: house.textsStoppedSince }),
      secure: house.config.url.startsWith('https:'),
      entrances: {
        'sign-in': people.signIn.to(),
        'second-factor': people.setUpFactor.to(),
        'choose-agency': people.chooseAgency.to(),
        'family-sign-in': people.familyIn.to(),
      },
      fault: house.fault,
    },
    pagesOf(house),
  )
  // Mounting carries the pages over, but not the page for an address that is none.
  app.notFound(({ req }) => pages.fetch(req.raw))
  return app.route('/', pages)
}
