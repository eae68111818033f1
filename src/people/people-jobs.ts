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

/** The mails that people are sent. Each makes its secret as it is sent: a mail that fails is tried again with a new one. */
export function peopleJobs(ground: Ground, mail: Mail, url: string) {
  const letter = async (
    about: About,
    write: (writer: Writer, to: { name: string; agency: string }) => Promise<[string, string]>,
  ) => {
    const made = await withoutEntry(ground, system(about.agencyId), async writer => {
      const [holder, agency] = await Promise.all([
        linkHolder(writer, about.personId),
        selectAgency(writer.db, about.agencyId),
      ])
      if (!holder?.email) return undefined
      const [subject, text] = await write(writer, { name: holder.name, agency: agency.name })
      return { to: holder.email, subject, text }
    })
    if (made) await mail(made)
  }
  return {
    ...importJobs(ground),
    invitation: (about: About) =>
      letter(about, async (writer, { name, agency }) => [
        `Join ${agency} on Lanyard`,
        `Hello ${name},\n\n${agency} uses Lanyard for safe contact with children and families. Open this link to choose a password and set up your phone. It is good for a week.\n\n${url}${routes.invitation.to({ token: await makeInvitation(writer, about.personId) })}\n\nIf you do not work or volunteer there, delete this mail: nothing happens.\n`,
      ]),
    'family-link': (about: About) =>
      letter(about, async (writer, { name, agency }) => [
        `A message from ${agency}`,
        `Hello ${name},\n\n${agency} has sent you a message. Open this link to read it and to answer. You need no password: we send you a code.\n\n${url}${routes.familyLink.to({ token: await makeFamilyLink(writer, about.personId) })}\n\nThis link is for you alone. Please do not send it on.\n`,
      ]),
    'family-code': (about: About & { readonly linkId: FamilyLinkTable['id'] }) =>
      letter(about, async (writer, { agency }) => {
        const code = await makeCode(writer, about.linkId)
        return [
          `${code} is your code for ${agency}`,
          `Your code is ${code}\n\nIt is good for 15 minutes. We never ask you for it by phone or message.\n`,
        ]
      }),
  }
}
