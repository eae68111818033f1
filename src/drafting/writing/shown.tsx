import { hidden } from '../../kit/forms/index.ts'
import type { Refused } from '../../kit/proof.ts'
import { Inset, Link } from '../../ui/index.ts'
import type { Draft } from '../access.ts'
import { routes } from '../routes.ts'
import { type DraftState, longestText, mostParts } from '../rules.ts'

/** The number of the revision that somebody read when they began to change something. */
export const fromField = hidden(typed => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined))

/**
 * The revision that a form is made from: still the one that was read when a field was wrong, and the newest once its writer
 * has been shown what changed.
 */
export const fromOf = (
  { revision }: Pick<Draft, 'revision'>,
  {
    form,
    refusal,
  }: { readonly form: { readonly typed: { readonly from?: string } }; readonly refusal?: unknown },
): string => {
  return refusal === undefined ? (form.typed.from ?? `${revision.number}`) : `${revision.number}`
}

export const backToDraft = ({ shelf }: Pick<Draft, 'shelf'>) => ({
  href: routes.draft.to({ policy: shelf.policy.id }),
  text: `The draft: ${shelf.policy.title}`,
})

const still: Readonly<Record<Exclude<DraftState, 'writing'>, string>> = {
  asked: 'It waits for approval, so its words stay as they are. To change them, take it back first.',
  approved:
    'It is approved and waits for its day, so its words stay as they are. To change them, take it back first.',
  published: 'It is published, so its words stay as they are. To change them, begin a new draft.',
  dropped: 'It was dropped. To write, begin a new draft.',
}

/** Says that nothing can be changed now, before somebody types. */
export function StandsStill({ draft: { state, shelf } }: { readonly draft: Draft }) {
  if (state === 'writing') return null
  return (
    <Inset>
      {still[state]} <Link href={routes.draft.to({ policy: shelf.policy.id })}>Go to the draft</Link>
    </Inset>
  )
}

/** Words for what somebody else changed first. Both texts are on the page. */
export const changedBy = ({ facts: { by } }: Refused<'changed-meanwhile', { readonly by: string }>): string =>
  `${by} changed this while you were writing, so nothing was saved. How it reads now is on the page, and so is what you typed: put the two together, and save again.`

/** Words for everything else that keeps words from being saved. What was typed is on the page each time. */
export const saveRefused = {
  'not-being-written': () =>
    'This draft is not being written now: it waits for approval, or was published or dropped meanwhile. So nothing was saved. What you typed is still below. Take the draft back, or begin a new one, and save it there.',
  'too-long': () =>
    `A policy may have ${longestText.toLocaleString('en-GB')} characters in all, and this would have more. So nothing was saved. Make it shorter, and save again.`,
  'too-many-parts': () =>
    `A policy may have ${mostParts} parts, and this would have more. So nothing was saved. Put some of them together, and save again.`,
} as const
