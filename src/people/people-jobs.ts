import type { Mail } from '../kit/mail/index.ts'
import {
  type AgencyId,
  type Ground,
  type PersonId,
  system,
  type Writer,
  withoutEntry,
} from '../records/index.ts'
import { linkHolder, makeCode, makeFamilyLink } from './family-link.ts'
import { importJobs } from './import/import-jobs.ts'
import { makeInvitation } from './invite.ts'
import { type FamilyLinkTable, selectAgency } from './queries.ts'
import { routes } from './routes.ts'

interface About {
  readonly agencyId: AgencyId
  readonly personId: PersonId
}

/** Sends somebody a text; throws when it may not have gone, and is tried again then. */
export type SendText = (number: string, words: string) => Promise<void>

/** The mails that people are sent. Each makes its secret as it is sent: a mail that fails is tried again with a new one. */
export function peopleJobs(ground: Ground, mail: Mail, url: string, text?: SendText) {
  const letter = async (
    about: About,
    write: (
      writer: Writer,
      to: { name: string; agency: string; phone: string | null },
    ) => Promise<[string, string]>,
  ) => {
    const made = await withoutEntry(ground, system(about.agencyId), async writer => {
      const [holder, agency] = await Promise.all([
        linkHolder(writer, about.personId),
        selectAgency(writer.db, about.agencyId),
      ])
      if (!holder?.email) return undefined
      const [subject, text] = await write(writer, {
        name: holder.name,
        agency: agency.name,
        phone: agency.phone,
      })
      return { to: holder.email, subject, text }
    })
    if (made) await mail(made)
  }
  return {
    ...importJobs(ground),
    invitation: (about: About) =>
      letter(about, async (writer, { name, agency }) => [
        `Join ${agency} on Lanyard`,
        `Hello ${name},\n\nYou work or volunteer at ${agency}, which uses Lanyard for safe contact with children and families. Open this link to join:\n\n${url}${routes.invitation.to({ token: await makeInvitation(writer, about.personId) })}\n\nIt takes about ten minutes: you choose a password, set up a second step on your phone, and read and sign the acceptable use policy. The link works for a week.\n\nIf you do not work or volunteer there, delete this email: nothing happens.\n`,
      ]),
    'family-link': (about: About) =>
      letter(about, async (writer, { name, agency, phone }) => [
        `A message from ${agency}`,
        `Hello ${name},\n\n${agency} has written to you. Open this link to read it and to answer. There is no password and nothing to install: we email you a code.\n\n${url}${routes.familyLink.to({ token: await makeFamilyLink(writer, about.personId) })}\n\nThe link is for you alone. Please do not send it on.\n\n${agency} uses Lanyard, so that contact with families goes through the organisation and is kept safe.${phone ? ` Not sure that this is from them? Call them on ${phone}.` : ''}\n`,
      ]),
    'family-code': async (about: About & { readonly linkId: FamilyLinkTable['id'] }) => {
      if (text && (await textCode(ground, about, text))) return
      await letter(about, async (writer, { agency }) => {
        const code = await makeCode(writer, about.linkId)
        return [
          `${code} is your code for ${agency}`,
          `Your code is ${code}\n\nEnter it on the page that you opened from ${agency}’s email. It works for 15 minutes. Nobody will ever ask you for it by phone or in a message.\n`,
        ]
      })
    },
  }
}

/** Texts the code to somebody who is reached by text. Says whether they are. */
async function textCode(
  ground: Ground,
  about: About & { readonly linkId: FamilyLinkTable['id'] },
  text: SendText,
): Promise<boolean> {
  const made = await withoutEntry(ground, system(about.agencyId), async writer => {
    const [holder, agency] = await Promise.all([
      linkHolder(writer, about.personId),
      selectAgency(writer.db, about.agencyId),
    ])
    if (holder?.way !== 'text' || !holder.phone) return undefined
    const code = await makeCode(writer, about.linkId)
    return {
      to: holder.phone,
      words: `${code} is your code for ${agency.name}. It works for 15 minutes. Nobody will ever ask you for it.`,
    }
  })
  if (made) await text(made.to, made.words)
  return made !== undefined
}
