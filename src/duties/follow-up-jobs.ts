import { inDays } from '../kit/clock.ts'
import type { Mail } from '../kit/mail/index.ts'
import { agency, person } from '../people/index.ts'
import { type AgencyId, type Ground, type PersonId, read, system, write } from '../records/index.ts'
import { followUpBatch, followUpDuties } from './follow-up.ts'
import { selectOpenDuties } from './queries.ts'
import { routes } from './routes.ts'
import { dutyRules } from './rules.ts'

/** Following up, every ten minutes for every agency in turn, and the mails that come of it. */
export function dutiesJobs(ground: Ground, mail: Mail, url: string) {
  return {
    'follow-up-duties': async () => {
      const { rows } = await ground.pool.query<{ id: AgencyId }>('select agencies() as id')
      for (const { id } of rows) while ((await write(ground, system(id), followUpDuties)) === followUpBatch);
    },
    'duties-letter': async (about: { readonly agencyId: AgencyId; readonly personId: PersonId }) => {
      const made = await read(ground, system(about.agencyId), async reader => {
        const [holder, place, owed] = await Promise.all([
          person(reader, about.personId),
          agency(reader),
          selectOpenDuties(reader.db, about.agencyId, about.personId),
        ])
        if (!holder?.email || holder.left_at) return undefined
        return { to: holder.email, ...letter(holder.name, place.name, owed, url) }
      })
      if (made) await mail(made)
    },
  }
}

/** A mail says what the person owes. What others owe stays behind the sign-in: mail is read over shoulders. */
function letter(
  name: string,
  place: string,
  owed: readonly { kind: keyof typeof dutyRules; due_at: Date }[],
  url: string,
) {
  const mine = owed.map(({ kind, due_at }) => `- ${dutyRules[kind].title} (due ${inDays(due_at)})`)
  const said = mine.length > 0 ? `You owe this:\n\n${mine.join('\n')}` : 'Something in your team is overdue.'
  return {
    subject: `Your duties at ${place}`,
    text: `Hello ${name},\n\n${said}\n\nSee it, and what your team owes if you manage one:\n${url}${routes.duties.to()}\n`,
  }
}
