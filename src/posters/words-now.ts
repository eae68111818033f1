import { type OrganisationFacts, organisationFacts } from '../people/index.ts'
import { acceptableUseInForce } from '../policies/index.ts'
import type { Reader } from '../records/index.ts'
import { contents } from './content/index.ts'
import { type Printing, selectWording } from './queries.ts'
import type { PosterId } from './rules.ts'
import { asItIs, type Wording, worded } from './wording.ts'
import { hashOf, type PosterWords, wordsOf } from './words.ts'

/** A poster as it would be printed now. */
export interface PosterNow {
  readonly words: PosterWords
  readonly facts: OrganisationFacts
  readonly wording: Wording
}

/** What this poster says now in the reader's agency; or would say, worded as `wording`. */
export async function posterNow(reader: Reader, poster: PosterId, wording?: Wording): Promise<PosterNow> {
  const { db, actor } = reader
  const [facts, policy, own] = await Promise.all([
    organisationFacts(reader),
    acceptableUseInForce(reader),
    wording ?? selectWording(db, actor.agencyId, poster),
  ])
  const as = own ?? asItIs
  return {
    facts,
    wording: as,
    words: wordsOf({ poster, content: worded(contents[poster](facts), as), facts, policy }),
  }
}

/** Whether a printing is what would be printed now; and if not, what came after it, in words. */
export function standingOf(
  printing: Pick<Printing, 'words' | 'words_hash' | 'superseded_by'>,
  now: PosterNow,
): { readonly current: boolean; readonly by: string } {
  if (hashOf(now.words) === printing.words_hash) return { current: true, by: '' }
  const by = printing.superseded_by ?? whatChanged(printing.words, now.words) ?? 'a new printing'
  return { current: false, by }
}

/** What has changed between what was printed and what would be now: “a new wording”. Undefined when nothing has. */
function whatChanged(then: PosterWords, now: PosterWords): string | undefined {
  const differs = (part: keyof PosterWords) => JSON.stringify(then[part]) !== JSON.stringify(now[part])
  if (now.policy && then.policy?.number !== now.policy.number)
    return `version ${now.policy.number} of the acceptable use policy`
  if (differs('title') || differs('eyebrow')) return 'a new wording'
  if (differs('groups') || differs('foot') || differs('organisation')) return 'new words, names or numbers'
  if (differs('emergency') || differs('policy')) return 'new words'
  if (differs('guidance')) return 'a change in the guidance'
  if (differs('logo') || differs('colour')) return 'a new look'
  return undefined
}
