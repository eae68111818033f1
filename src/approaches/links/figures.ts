import type { PersonId, Reader } from '../../records/index.ts'
import { selectLinks } from './queries.ts'
import { linkRoutes } from './routes.ts'
import { relations } from './rules.ts'
import { isOver } from './standing.ts'
import { standingWords } from './words.tsx'

/** As many as stand on somebody's own page: the newest that are not over. */
const shown = 20

/** What somebody has declared and is not over, in words, and where each is read: for their page among people. */
export async function personalLinksOf({ db, actor, now }: Reader, person: PersonId) {
  const rows = await selectLinks(db, actor.agencyId, { people: [person] }, { skip: 0, length: shown })
  return rows
    .filter(link => !isOver(link))
    .map(link => ({
      who: link.who,
      words: `${relations[link.relation]}. ${standingWords(link, now)}`,
      href: linkRoutes.link.to({ declared: link.id }),
    }))
}
