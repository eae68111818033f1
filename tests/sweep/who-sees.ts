import type { Opens } from '../../src/screens/index.ts'
import { isFamily, type Persona, personas } from './personas.ts'

const besides = (...some: readonly Persona[]): readonly Persona[] =>
  personas.filter(persona => !some.includes(persona))

const everybody = personas
/** Staff of every agency, whether or not they have signed. */
const staff = personas.filter(persona => persona !== 'nobody' && !isFamily(persona))
/** Staff who have signed. */
const signed = staff.filter(persona => persona !== 'noor')
const riverside: readonly Persona[] = ['dev', 'ellen', 'grace', 'carys', 'amira', 'ben', 'farid']
const administrators: readonly Persona[] = ['grace', 'idris', 'kofi']
const families: readonly Persona[] = ['jamie', 'sam', 'lucia']
/** It only takes what is sent to it; or leads on. */
const none: readonly Persona[] = []

/**
 * Who is shown the page of each address, when all that it names is real (things.ts). Everybody else is turned away: the
 * whole of who may see what, in one table to read. An address that is new does not pass the sweep until it stands here.
 */
export const whoSees: Readonly<Record<string, readonly Persona[]>> = {
  '/': signed,
  '/help': everybody,
  '/ask': signed,
  '/ask/keep': signed,
  '/guidance': signed,
  '/guidance/search': signed,
  '/guidance/contact/:way': signed,
  '/guidance/do-and-do-not': signed,
  '/guidance/law': signed,
  '/guidance/cases': signed,
  '/guidance/cases/:case': signed,
  '/guidance/words': signed,
  '/guidance/reporting': signed,
  '/guidance/sources': signed,
  '/guidance/about': signed,
  '/guidance/notes': signed,
  '/guidance/notes/:topic': signed,
  '/guidance/notes/:topic/:note/check': ['dev', 'ellen', 'farid', 'ivan', ...administrators],
  '/guidance/statements/:statement': signed,
  '/guidance/trace': signed,
  '/guidance/trace/:section': signed,
  '/induction': signed,
  '/induction/lessons/:lesson': signed,
  '/induction/lessons/:lesson/:question': ['amira'],
  '/induction/situations/:number': ['amira'],
  '/induction/finish': ['amira'],
  '/induction/passed': ['ben'],
  '/induction/people': ['dev', 'ellen', 'carys', 'farid', 'ivan', ...administrators],
  '/induction/people/file': ['dev', 'ellen', 'carys', 'farid', 'ivan', ...administrators],
  '/induction/renewal': ['dev', 'ivan', ...administrators],
  '/duties': signed,
  '/policies': staff,
  '/policies/:policy': [...riverside, 'noor'],
  '/policies/:policy/sign': [...riverside, 'noor'],
  '/policies/:policy/understanding': [...riverside, 'noor'],
  '/policies/:policy/signed': riverside,
  '/policies/register': ['dev', 'ivan', ...administrators],
  '/policies/new': ['dev', 'ivan', ...administrators],
  '/policies/:policy/versions/:number': [...riverside, 'noor'],
  '/policies/:policy/versions/:number/:form': [...riverside, 'noor'],
  '/policies/:policy/owner': ['dev', 'grace'],
  '/policies/:policy/review': ['dev', 'grace'],
  '/policies/:policy/guidance': [...riverside, 'noor'],
  ...Object.fromEntries(
    [
      '',
      '/write',
      '/upload',
      '/whole',
      '/add',
      '/own',
      '/parts/:part',
      '/parts/:part/words',
      '/parts/:part/wording',
      '/parts/:part/move',
      '/parts/:part/out',
      '/parts/:part/check',
      '/names',
      '/names/:blank',
      '/guidance',
      '/ask',
      '/approve',
      '/send-back',
      '/take-back',
      '/drop',
    ].map(page => [`/policies/:policy/draft${page}`, ['dev', 'ellen', 'grace'] as const]),
  ),
  '/policies/:policy/signatures': ['dev', 'ellen', 'grace', 'carys', 'farid'],
  '/policies/:policy/signatures/file': ['dev', 'ellen', 'grace', 'carys', 'farid'],
  '/policies/:policy/paper': ['dev', 'ellen', 'grace', 'carys', 'farid'],
  '/policies/:policy/paper/print': ['dev', 'ellen', 'carys', 'farid'],
  '/policies/:policy/paper/record': ['dev', 'ellen', 'carys', 'farid'],
  '/policies/paper/:sheet': ['dev', 'ellen', 'grace', 'carys'],
  '/conversations': signed,
  '/conversations/team': ['dev', 'ellen', 'carys', 'farid', 'ivan', 'kofi'],
  '/conversations/new': ['dev', 'ellen', 'carys', 'amira', 'ben', 'farid', 'ivan', 'joan', 'kofi'],
  '/conversations/:conversation': ['dev', 'ellen', 'carys', 'amira', 'farid'],
  '/conversations/:conversation/write': ['carys', 'amira'],
  '/conversations/:conversation/messages/:message/erase': ['ellen'],
  '/calls': ['dev', 'ellen', 'carys', 'amira', 'ben', 'farid', 'ivan', 'joan', 'kofi'],
  '/calls/new': ['dev', 'ellen', 'carys', 'amira', 'ben', 'farid', 'ivan', 'joan', 'kofi'],
  '/calls/whom': ['dev', 'ellen', 'carys', 'amira', 'ben', 'farid', 'ivan', 'joan', 'kofi'],
  '/calls/team': ['dev', 'ellen', 'carys', 'farid', 'ivan', 'kofi'],
  // Ben took over work with Jamie from a leaver.
  '/calls/with/:person': ['dev', 'ellen', 'carys', 'amira', 'ben', 'farid'],
  '/calls/numbers/:person': ['dev', 'ellen', 'carys', 'amira', 'ben', 'farid'],
  '/calls/opened/:opening': ['amira'],
  '/calls/:call/correct': ['amira'],
  '/calls/:call': ['dev', 'ellen', 'carys', 'amira', 'farid'],
  '/family': families,
  '/family/new': families,
  '/family/:conversation': ['jamie', 'sam'],
  '/family/:conversation/write': ['jamie', 'sam'],
  '/f/:token': everybody,
  '/family-sign-in': everybody,
  '/family-sign-out': everybody,
  '/sign-in': ['nobody', ...families],
  '/sign-in/code': everybody,
  '/sign-in/set-up': none,
  '/sign-in/forgotten': everybody,
  '/sign-in/new-password/:token': everybody,
  '/sign-in/agency': staff,
  '/sign-in/organisation': none,
  '/sign-in/organisation/back': none,
  '/sign-in/passkey': none,
  '/sign-in/passkey/ask': none,
  '/sign-in/passkey/add': none,
  '/sign-in/passkey/add/ask': none,
  '/sign-out': everybody,
  '/sign-out/everywhere': none,
  '/invitation/:token': everybody,
  '/account': staff,
  '/account/passkeys/:passkey': ['amira'],
  '/people': signed,
  '/people/invite': administrators,
  '/people/import': administrators,
  '/people/import/:kind': administrators,
  '/people/import/:kind/template': administrators,
  '/people/imports/:import': ['grace'],
  '/people/imports/:import/problems': ['grace'],
  '/people/families/new': administrators,
  '/people/teams': signed,
  '/people/teams/new': ['dev', 'ellen', 'carys', 'farid', 'ivan', ...administrators],
  '/people/teams/:team': riverside,
  '/people/teams/:team/change': ['grace', 'carys'],
  '/people/:person': riverside,
  '/people/:person/roles': ['grace'],
  '/people/:person/manager': ['grace'],
  '/people/:person/work': ['dev', 'grace', 'carys'],
  '/people/:person/work/:link/end': ['dev', 'grace', 'carys'],
  '/people/:person/invitation': ['dev', 'grace', 'carys'],
  '/people/:person/details': ['grace'],
  '/people/:person/sign-in': ['grace'],
  '/people/:person/leaving': ['grace'],
  '/people/:person/taken-over': ['ben'],
  '/people/:person/links': ['ellen', 'grace', 'farid'],
  '/organisation': ['dev', 'ivan', ...administrators],
  '/organisation/reach': ['dev', 'ivan', ...administrators],
  '/organisation/contacts/:person': ['dev', 'grace'],
  '/organisation/lado': ['dev', 'ivan', ...administrators],
  '/organisation/equipment': ['dev', 'ivan', ...administrators],
  '/organisation/colour': ['dev', 'ivan', ...administrators],
  '/organisation/logo': ['dev', 'ivan', ...administrators],
  '/organisation/logo/:logo': riverside,
  '/posters': signed,
  '/posters/register': signed,
  '/posters/printings/:printing': riverside,
  '/posters/printings/:printing/end': ['dev', 'grace', 'amira'],
  '/posters/printings/:printing/file': riverside,
  '/posters/printed/:code': everybody,
  '/posters/:poster': signed,
  '/posters/:poster/picture': signed,
  '/posters/:poster/print': signed,
  '/posters/:poster/wording': ['dev', 'ivan', ...administrators],
  '/receipts/:entry': ['amira'],
  '/receipts/:entry/file': ['amira'],
  '/check': everybody,
  '/log/:agency/checkpoint': everybody,
  '/log/:agency/key': everybody,
  '/log/:agency/tile/:tile{.+}': everybody,
  '/rules': signed,
  '/rules/tighten': ['dev', 'ivan', ...administrators],
  '/rules/decide': ['dev', 'ivan'],
  '/rules/tightenings/:tightening': riverside,
  '/rules/tightenings/:tightening/end': ['dev', 'grace'],
  '/rules/decisions/:decision': riverside,
  '/rules/decisions/:decision/end': ['dev', 'grace'],
  '/board': ['helen'],
  '/board/:agency': ['helen'],
  '/board/:agency/policies/:policy': ['helen'],
}

/** Addresses that lead on whoever is signed in already. */
const leadsOn: Readonly<Record<string, readonly Persona[]>> = {
  '/sign-in': besides('nobody', ...families),
  '/sign-in/set-up': staff,
  // Whoever has no walk begun is led to the path.
  '/induction/lessons/:lesson/:question': signed.filter(persona => persona !== 'amira'),
  '/induction/situations/:number': signed.filter(persona => persona !== 'amira'),
}

/** The status of an address for a persona: its page; on to where they must go first; or the page for what is missing. */
export function statusOf(pattern: string, opens: Opens, persona: Persona): 200 | 303 | 404 {
  if (whoSees[pattern]?.includes(persona)) return 200
  if (leadsOn[pattern]?.includes(persona)) return 303
  if (opens === 'anyone') return 404
  if (opens === 'family') return isFamily(persona) ? 404 : 303
  if (!staff.includes(persona)) return 303
  const owesFirst =
    persona === 'noor' && (opens === 'staff' || (Array.isArray(opens) && opens.includes('worker')))
  return owesFirst ? 303 : 404
}
