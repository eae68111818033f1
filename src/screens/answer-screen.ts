import type { ComponentChildren } from 'preact'
import { emptyForm, type FormState, parseForm } from '../kit/forms/index.ts'
import { Already, Refused } from '../kit/proof.ts'
import {
  type Change,
  type PersonActor,
  type Reader,
  read,
  readOnRecord,
  type Writer,
  write,
  writeTogether,
} from '../records/index.ts'
import { missingPage } from './error-pages.tsx'
import { keptMark, keptWords, mayBeKept } from './kept.ts'
import type { Passage } from './passage.ts'
import type { AnyScreen, View } from './screen.ts'
import { sentFields } from './sent-form.ts'
import { toldCookie } from './told.ts'

type Show = (view: View<unknown, never>) => ReturnType<AnyScreen['show']>
type Load = (reader: Reader<PersonActor>, asked: unknown) => Promise<unknown>
type Submit = (
  w: Writer<PersonActor>,
  thing: unknown,
  values: unknown,
) => Promise<Change<unknown, Refused<string>>>
type TogetherBy = (asked: Readonly<Record<string, string>>) => string
type Told = Readonly<Record<string, (refusal: Refused<string>) => ComponentChildren>>

/** What loading came to: the thing, the address that is owed a visit first, or nothing there for this person. */
type Loaded = { kind: 'thing'; thing: unknown } | { kind: 'owed'; to: string } | { kind: 'missing' }

/** Answers a request for a screen. The visitor has been admitted, so there is an actor. */
export async function answerScreen(passage: Passage, screen: AnyScreen): Promise<Response> {
  const { context, render } = passage
  const method = context.req.method
  if (method === 'GET' || method === 'HEAD') return showScreen(passage, screen)
  if (method === 'POST' && screen.submit) return submitScreen(passage, screen)
  return render({ content: missingPage, actor: actorOf(passage) }, 404)
}

const actorOf = ({ visitor }: Passage): PersonActor => {
  if (visitor.kind === 'staff' || visitor.kind === 'family') return visitor.actor
  throw new Error('a screen was reached by somebody who is not signed in')
}

const asked = ({ context, url }: Passage) => ({ ...context.req.param(), query: url.searchParams })

async function loadThing(passage: Passage, screen: AnyScreen, reader: Reader<PersonActor>): Promise<Loaded> {
  const load = (screen.load ?? screen.loadOnRecord) as Load
  const gated = passage.admission === 'in-unless-policy-owed'
  const owed = gated ? passage.serving.owedFirst(reader) : undefined
  // What only reads goes down the same pipe as the question of what is owed, and is thrown away if anything is. What
  // puts the reading on the record waits for the answer.
  const loading = screen.load && load(reader, asked(passage))
  loading?.catch(() => {})
  const to = await owed
  if (to) return { kind: 'owed', to }
  const thing = await (loading ?? load(reader, asked(passage)))
  return thing === undefined ? { kind: 'missing' } : { kind: 'thing', thing }
}

async function showScreen(passage: Passage, screen: AnyScreen): Promise<Response> {
  const { serving } = passage
  const actor = actorOf(passage)
  const look = async (reader: Reader<PersonActor>) => ({
    loaded: await loadThing(passage, screen, reader),
    typed: await keptOf(passage, screen, reader),
  })
  const { loaded, typed } = await (screen.load
    ? read(serving.ground, actor, look)
    : readOnRecord(serving.ground, actor, look))
  return typed
    ? shown(passage, screen, loaded, { typed, errors: {} }, 200, { words: keptWords })
    : shown(passage, screen, loaded, emptyForm, 200)
}

/** What this person typed here before they were signed out, when the address says that something was kept. */
const keptOf = async ({ serving, url }: Passage, screen: AnyScreen, reader: Reader<PersonActor>) =>
  screen.submit && url.searchParams.has(keptMark) ? serving.kept.find(reader, url.pathname) : undefined

function shown(
  passage: Passage,
  screen: AnyScreen,
  loaded: Loaded,
  form: FormState,
  status: number,
  refusal?: { readonly words: ComponentChildren; readonly reason?: string },
): Response {
  const actor = actorOf(passage)
  if (loaded.kind === 'owed') return passage.context.redirect(loaded.to, 303)
  if (loaded.kind === 'missing') return passage.render({ content: missingPage, actor }, 404)
  const content = (screen.show as Show)({
    thing: loaded.thing,
    form: form as FormState<never>,
    actor,
    now: passage.serving.ground.clock(),
    query: passage.url.searchParams,
    ...(refusal === undefined ? {} : { refusal: refusal.words }),
    ...(refusal?.reason === undefined ? {} : { refusedFor: refusal.reason }),
  })
  return passage.render({ content, actor, errors: form.errors, refusal: refusal?.words }, status)
}

/** What a POST came to: done, or something to show again with nothing changed. */
type Sent = { loaded: Loaded; done?: { value: unknown }; refusal?: Refused<string> }

async function submitScreen(passage: Passage, screen: AnyScreen): Promise<Response> {
  const { serving, context } = passage
  const form = parseForm(screen.fields ?? {}, await sentFields(context.req.raw))
  const actor = actorOf(passage)
  const change = async (writer: Writer<PersonActor>): Promise<Change<Sent>> => {
    const loaded = await loadThing(passage, screen, writer)
    if (loaded.kind !== 'thing' || !form.ok) return new Already({ loaded })
    const came = await (screen.submit as Submit)(writer, loaded.thing, form.values)
    if (came instanceof Refused) return new Already({ loaded, refusal: came })
    if (came instanceof Already) return new Already({ loaded, done: came })
    if (mayBeKept(context.req.raw)) await serving.kept.forget(writer, passage.url.pathname)
    return came.with({ loaded, done: { value: came.value } })
  }
  const about = (screen.togetherBy as TogetherBy | undefined)?.(context.req.param())
  const sent = await (about === undefined
    ? write(serving.ground, actor, change)
    : writeTogether(serving.ground, actor, about, change))
  if (sent.done && sent.loaded.kind === 'thing' && form.ok)
    return goOn(passage, screen, { done: sent.done.value, thing: sent.loaded.thing, values: form.values })
  // Shown again, what may only be read on the record is read anew: the first reading was undone with the change.
  if (!sent.done && screen.loadOnRecord)
    sent.loaded = await readOnRecord(serving.ground, actor, reader => loadThing(passage, screen, reader))
  return notDone(passage, screen, sent, form.state)
}

/** On to the next page, with the sentence it begins with. */
function goOn(
  { context }: Passage,
  screen: AnyScreen,
  { done, thing, values }: { done: unknown; thing: unknown; values: unknown },
): Response {
  const told = screen.told as ((...about: unknown[]) => string) | undefined
  const sentence = told?.(done, thing, values)
  if (sentence) context.header('set-cookie', toldCookie(sentence), { append: true })
  const to = (screen.done as (done: unknown, thing: unknown) => string)(done, thing)
  return context.redirect(to, 303)
}

/** The same page again: with what is wrong in each field, or with why it cannot be done. */
function notDone(passage: Passage, screen: AnyScreen, { loaded, refusal }: Sent, form: FormState): Response {
  if (!refusal) return shown(passage, screen, loaded, form, 422)
  const words = (screen.refused as Told)[refusal.reason]
  if (!words) throw new Error(`the screen ${screen.address.pattern} has no words for ${refusal.reason}`)
  return shown(passage, screen, loaded, form, 409, { words: words(refusal), reason: refusal.reason })
}
