import type { PersonActor } from '../../records/index.ts'

/** Under which name what is being written about a message is kept on the device (src/ui/scripts/draft.js), for this person alone. */
export const draftAbout = (message: string, actor: PersonActor) => ({
  'data-draft': `worried:${message}`,
  'data-draft-of': actor.personId,
})

/** Where one goes on to, once it was sent. */
export const afterWorry = (conversation: string, message: string): string =>
  `${conversation}?worried=${message}`

/** On the page after: nothing of it stays on the device. */
export const WorrySent = ({
  query,
  actor,
}: {
  readonly query: URLSearchParams
  readonly actor: PersonActor
}) =>
  query.has('worried') ? (
    <p data-draft-sent={`worried:${query.get('worried')}`} data-draft-of={actor.personId} hidden />
  ) : null
