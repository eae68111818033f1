import type { PersonActor } from '../../records/index.ts'

/** Whose drafts are theirs alone on this device: whoever is signed in. */
type Whose = Pick<PersonActor, 'personId'> | undefined

/**
 * For a form whose words are kept on the device until it is sent (src/ui/scripts/draft.js), under the name of the form and of whoever is
 * signed in. Where nobody is, whoever opens it next is asked first whether it was them.
 */
export const draftOf = (name: string, whose: Whose) => ({
  'data-draft': name,
  ...(whose ? { 'data-draft-of': whose.personId } : { 'data-draft-ask': '' }),
})

/** For the page after: that it was sent, so that nothing of it stays on the device. */
export const draftSent = (name: string, whose: Whose) => ({
  'data-draft-sent': name,
  ...(whose ? { 'data-draft-of': whose.personId } : {}),
})
