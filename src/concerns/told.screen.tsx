import { hidden, parseForm, text, type Values } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Already, Refused, refuse } from '../kit/proof.ts'
import { organisationFacts } from '../people/index.ts'
import { type Change, type Ground, read, system, write } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { type Told, toldBy } from './access.ts'
import { oweForAddition } from './added.ts'
import { type Code, readCode } from './code.ts'
import { codeCookie, codeIn, noCodeCookie } from './code-cookie.ts'
import { countAdditions, selectConcern } from './queries.ts'
import { routes } from './routes.ts'
import { inTurn } from './ways-in/in-turn.ts'
import { broughtIn, noPicture, shownAgain } from './ways-in/no-pictures.ts'
import { cutOff } from './ways-in/not-sent.tsx'
import { readingWithin } from './ways-in/reading.ts'
import { type Sittings, sittingCookie, whose } from './ways-in/sitting.ts'
import { ask, type Following, follow } from './ways-in/told-page.tsx'
import { writePiece } from './write-piece.ts'

const codeFields = {
  code: hidden(readCode),
}
const moreFields = {
  words: noPicture(text({ max: 20_000, called: 'What you add', required: 'Write what you want to add' })),
  key: hidden(idFrom<'draft'>),
}

const readForm = readingWithin({ most: 300, seconds: 20 })
// 80 random bits are not guessed, so nothing is counted: whoever tries many codes waits behind themselves, and nobody for them.
const takeTurn = inTurn({ atOnce: 3, waiting: 60 })

const wrongCode = 'That code leads to nothing here. Check each letter and digit: there are 16'
const busy =
  'So many codes are being tried from here at this moment that yours was not looked at. Wait a minute, and try it once more'

/** More than anybody writes by hand about one concern: in an hour, and ever. */
const mostAdded = { hour: 60, ever: 2000 } as const
const tooMany =
  'So much was added in the last hour that this was not kept. Your words are below: keep them, and add them in an hour. If it cannot wait, call 999, or Childline on 0800 1111'

/** Whoever reported something comes back by their code, reads what was answered, and adds to it. */
export const toldPage = (ground: Ground, sittings: Sittings) =>
  handler(routes.told, {
    async get({ request, page, url, actor }) {
      const code = codeIn(request)
      const told = code && (await toldBy(ground, code))
      if (told) return page(follow(await followed(ground, { code, told, url, actor })))
      return page(ask({ left: url.searchParams.has('left') }), { headers: sittingCookie(request, sittings) })
    },
    async post(visit) {
      const sent = await readForm(visit.from, visit.form)
      if (!sent) return visit.page(cutOff, { status: 408 })
      return sent.has('code') ? comeBack(ground, visit, sent, sittings) : addMore(ground, visit, sent)
    },
  })

/** Looks where a code leads, in its turn. What they wrote before the code was asked for is shown to them: it goes when they press. */
async function comeBack(ground: Ground, visit: Visit, sent: FormData, sittings: Sittings): Promise<Response> {
  const { page, go, url, actor } = visit
  const typed = wordsIn(sent)
  const again = (error: string, status: number) => {
    const code = `${sent.get('code') ?? ''}`
    return page(ask({ code, typed, error }), { status, errors: { code: error } })
  }
  const parsed = parseForm(codeFields, sent)
  if (!parsed.ok) return again(wrongCode, 422)
  const { code } = parsed.values
  const done = await takeTurn({ place: visit.from, sitting: whose(visit, sittings) })
  if (!done) return again(busy, 503)
  try {
    const told = await toldBy(ground, code)
    if (!told) return again(wrongCode, 422)
    const cookie = codeCookie(code, sittings.secure)
    if (!typed) return go(routes.told.to(), [cookie])
    const shown = follow({ ...(await followed(ground, { code, told, url, actor })), typed })
    return page(shown, { headers: { 'set-cookie': cookie } })
  } finally {
    done()
  }
}

/** What stands there to be added, with no picture in it. */
function wordsIn(sent: FormData): string | undefined {
  const words = sent.get('words')
  return typeof words === 'string' ? shownAgain({ words }).words : undefined
}

async function addMore(ground: Ground, { request, page, go, url, actor }: Visit, sent: FormData) {
  const code = codeIn(request)
  const told = code && (await toldBy(ground, code))
  if (!told) return page(ask({ typed: wordsIn(sent) }), { status: 409 })
  const { words, refused } = await broughtIn(sent)
  const parsed = parseForm(moreFields, words)
  const again = async (error: string | undefined, status: number) => {
    const about = await followed(ground, { code, told, url, actor })
    const shown = follow({ ...about, typed: shownAgain(parsed.state.typed).words, error })
    return page(shown, { status, errors: { words: error } })
  }
  if (!parsed.ok || refused) return again(refused ?? parsed.state.errors.words, 422)
  const done = await add(ground, told, parsed.values)
  if (done instanceof Refused && done.reason === 'gone')
    return page(ask({ typed: wordsIn(sent) }), { status: 409 })
  if (done instanceof Refused) return again(tooMany, 429)
  return go(`${routes.told.to()}?added=yes`)
}

/** Everything that whoever comes back is shown. */
async function followed(
  ground: Ground,
  about: {
    readonly code: Code
    readonly told: Told
    readonly url: URL
    readonly actor: Visit['actor']
  },
): Promise<Following> {
  const office = await read(ground, system(about.told.home), organisationFacts)
  return { ...about, office }
}

/** Adds to it, in nobody's name but the code's; whoever reads it owes a look. */
const add = (ground: Ground, { vault, row }: Told, more: Values<typeof moreFields>) =>
  write(ground, system(vault), async (writer): Promise<Change<unknown, Refused<'gone' | 'too-many'>>> => {
    // What two people have erased meanwhile takes nothing more: what was typed stays on the page.
    if (!(await selectConcern(writer.db, vault, row.id))) return refuse('gone')
    const change = await writePiece(writer, row, { kind: 'addition', ...more, by: null })
    if (change instanceof Already) return change
    const { hour, ever } = await countAdditions(writer.db, vault, row.id, writer.now)
    if (hour > mostAdded.hour || ever > mostAdded.ever) return refuse('too-many')
    await oweForAddition(writer, row, change.entryId)
    return change
  })

export const leaveToldPage = (about: { readonly secure: boolean }) =>
  handler(routes.leaveTold, {
    post: ({ go }) => go(`${routes.told.to()}?left=yes`, [noCodeCookie(about.secure)]),
  })
