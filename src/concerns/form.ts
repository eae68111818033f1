import type { Field, Values } from '../kit/forms/index.ts'
import { choice, hidden, maybeLine, maybeText, maybeTick, text } from '../kit/forms/index.ts'
import { type About, type Answer, abouts, type Facts, type What } from '../routing/index.ts'
import { readCode } from './code.ts'
import { gateField } from './ways-in/gate-answer.ts'
import { noPicture } from './ways-in/no-pictures.ts'

export const aboutNames = Object.keys(abouts) as About[]

/** The tick for each thing one may be worried about. */
export const ticks = {
  image: 'what_image',
  grooming: 'what_grooming',
  conduct: 'what_conduct',
  harm: 'what_harm',
  bullying: 'what_bullying',
  'self-harm': 'what_self_harm',
  radicalisation: 'what_radicalisation',
  other: 'what_other',
} as const satisfies Record<What, string>
export const whatNames = Object.keys(ticks) as What[]

/** What they are here, where it is somebody who works or volunteers here. */
export const posts = [
  'worker',
  'manager',
  'deputy-designated-person',
  'designated-person',
  'senior-manager',
  'chair',
] as const satisfies readonly About[]
type Post = (typeof posts)[number]
const maybePost: Field<Post | undefined> = {
  parse: typed => ({ ok: true, value: posts.find(post => post === typed) }),
}
const maybe = (max: number, called: string) => noPicture(maybeLine({ max, called }))

export const fields = {
  words: noPicture(
    text({
      max: 20_000,
      called: 'What worries you',
      required: 'Say what worries you, in a few words at least',
    }),
  ),
  who: maybe(500, 'Who it is about'),
  what_image: maybeTick(),
  what_grooming: maybeTick(),
  what_conduct: maybeTick(),
  what_harm: maybeTick(),
  what_bullying: maybeTick(),
  what_self_harm: maybeTick(),
  what_radicalisation: maybeTick(),
  what_other: maybeTick(),
  about: choice(aboutNames, 'Say whose doing it is, or that you do not know'),
  post: maybePost,
  adult: maybe(500, 'The adult’s name'),
  lowLevel: maybeTick(),
  self: maybeTick(),
  when: maybe(500, 'When and where'),
  web: noPicture(maybeText({ max: 2000, called: 'The web address or account' })),
  device: maybe(500, 'The device'),
  name: maybe(200, 'Your name'),
  reach: maybe(300, 'How to reach you'),
  nameless: maybeTick(),
  asked: maybeTick(),
  isAbout: maybeLine({ max: 200, called: 'Whether it is about them' }),
  /** That the question stood in the form which was sent. */
  asksAbout: maybeTick(),
  danger: gateField,
  code: hidden(readCode),
}
export type Typed = Values<typeof fields>

/** The facts that the route turns on, as far as the form says them. */
export function factsOf(typed: Typed): Facts {
  const ticked = whatNames.filter(what => typed[ticks[what]])
  const [first = 'other' as const, ...others] = ticked
  const yes = (it: unknown): Answer => (it ? 'yes' : 'not-known')
  return {
    what: [first, ...others],
    about: [typed.about === 'worker' && typed.post ? typed.post : typed.about],
    // As it was said at the gate, before the form.
    danger: typed.danger,
    online: yes(typed.web),
    webAddress: /[a-z0-9-]\.[a-z]{2,}/i.test(typed.web ?? '') ? 'yes' : 'no',
    under18: 'not-known',
    ownImage: 'not-known',
    anonymous: typed.nameless || !typed.name ? 'yes' : 'no',
    elsewhere: 'not-known',
    lowLevel: typed.lowLevel ? 'yes' : 'no',
  }
}
