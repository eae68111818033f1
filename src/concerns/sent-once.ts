import { type Id, idOf } from '../kit/ids.ts'
import type { Writer } from '../records/index.ts'

/**
 * What one form sent, as it is known by again: the same words are the same however often they are sent, and other words of the
 * same form are something else, and kept. Of the words nothing can be told from it by whoever has the database alone.
 */
export const sentOnce = (
  writer: Writer,
  key: Id<'draft'>,
  what: readonly (string | number | undefined)[],
): Id<'draft'> => idOf<'draft'>(writer.keyed('concern sent once', JSON.stringify([key, ...what])))
