import { type Owed, owedInBrief, routes } from '../duties/index.ts'
import { inDays } from '../kit/clock.ts'
import type { Mail } from '../kit/mail/index.ts'
import { agency, person } from '../people/index.ts'
import {
  type AgencyId,
  agenciesHere,
  type Ground,
  type PersonId,
  read,
  system,
  vaultsHere,
  write,
} from '../records/index.ts'
import { followUpBatch, followUpDuties } from './follow-up.ts'

/** Following up, every ten minutes for every agency in turn, and the mails that come of it. */
export function followUpJobs(ground: Ground, mail: Mail, url: string) {
  return {
    'follow-up-duties': async () => {
      const round = { letters: 0 }
      for (const id of await agenciesHere(ground.pool))
        while ((await write(ground, system(id), w => followUpDuties(w, round))) === followUpBatch);
      for (const { id, home } of await vaultsHere(ground.pool))
        while ((await write(ground, system(id), w => followUpDuties(w, round, home))) === followUpBatch);
    },
    'duties-letter': async (about: { readonly agencyId: AgencyId; readonly personId: PersonId }) => {
      const made = await read(ground, system(about.agencyId), async reader => {
        const [holder, place] = await Promise.all([person(reader, about.personId), agency(reader)])
        if (!holder?.email || holder.left_at) return undefined
        const owed = await owedInBrief(reader, about.personId)
        return { to: holder.email, ...letter(holder.name, place.name, owed, url) }
      })
      if (made) await mail(made)
    },
  }
}

/** A mail says what the person owes. What others owe stays behind the sign-in: mail is read over shoulders. */
function letter(name: string, place: string, owed: readonly Owed[], url: string) {
  const mine = owed.map(({ title, count, firstDue }) =>
    count === 1
      ? `- ${title} (due ${inDays(firstDue)})`
      : `- ${title} (${count.toLocaleString('en-GB')} of these, the first due ${inDays(firstDue)})`,
  )
  const said =
    mine.length > 0 ? `This is waiting for you:\n\n${mine.join('\n')}` : 'Something in your team is overdue.'
  return {
    subject: `Your duties at ${place}`,
    text: `Hello ${name},\n\n${said}\n\nSee it, and what is overdue in your team if you manage one:\n${url}${routes.duties.to()}\n`,
  }
}
