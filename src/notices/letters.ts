import { isAgreed } from '../agreements/index.ts'
import type { Mail } from '../kit/mail/index.ts'
import { agency, familyLink, person, type SendText } from '../people/index.ts'
import {
  type AgencyId,
  type Ground,
  type PersonId,
  type Reader,
  system,
  type Writer,
  withoutEntry,
} from '../records/index.ts'
import { selectCopies } from './copies.ts'
import { claimLetter, type Letter, setHanded, unclaim } from './letter-queries.ts'
import { textFits } from './rules.ts'
import type { NoticeId } from './tables.ts'

/** Whether somebody with this number has asked for no more texts: a room above knows. */
export type IsStopped = (reader: Reader, number: string) => Promise<boolean>

/** By what families are told of a notice. `url` is where Lanyard is reached; `text` is there where texts are connected. */
export interface Letters {
  readonly mail: Mail
  readonly url: string
  readonly text: { readonly send: SendText; readonly isStopped: IsStopped } | undefined
}

export interface AboutLetter {
  readonly agencyId: AgencyId
  readonly noticeId: NoticeId
  readonly personId: PersonId
}

type Told =
  | { readonly by: 'mail'; readonly to: string; readonly subject: string; readonly text: string }
  | { readonly by: 'text'; readonly to: string; readonly words: string }

/**
 * Tells one person of their copy in the way in which they are reached: by text, by email with the words in it, or by a link
 * to their page. Claimed before it is handed over, and committed: run again at any moment it is sent once at most. One whose
 * answer was lost is counted on the notice's page, and goes again only when a person says so.
 */
export const noticeLetter = (ground: Ground, letters: Letters) => async (about: AboutLetter) => {
  const { agencyId } = about
  const letter = await withoutEntry(ground, system(agencyId), writer => claim(writer, letters, about))
  if (!letter) return
  try {
    if (letter.by === 'text') await letters.text?.send(letter.to, letter.words)
    else await letters.mail({ to: letter.to, subject: letter.subject, text: letter.text })
  } catch (error) {
    if (!surelyNotTaken(error)) return
    await withoutEntry(ground, system(agencyId), ({ db }) => unclaim(db, about))
    throw error
  }
  await withoutEntry(ground, system(agencyId), ({ db, now }) => setHanded(db, about, now))
}

async function claim(writer: Writer, letters: Letters, about: AboutLetter): Promise<Told | undefined> {
  const { db, now } = writer
  const to = await person(writer, about.personId)
  if (!to || to.left_at || (to.kind === 'child' && !(await isAgreed(writer, to.id)))) return undefined
  const { text } = letters
  // Whoever asked for no more texts is told by email, where there is an address; else the notice is on their page.
  const byText = to.way === 'text' && text && to.phone && !(await text.isStopped(writer, to.phone))
  if (!byText && !to.email) return undefined
  // It was for them when it was given, and may not be any more: they are no longer to hear of the child.
  const { agencyId, noticeId, personId } = about
  if ((await selectCopies(db, { agencyId, person: personId, notice: noticeId })).length === 0)
    return undefined
  const notice = await claimLetter(db, about, now)
  if (!notice) return undefined
  const [place, link] = [await agency(writer), letters.url + (await familyLink(writer, to.id))]
  if (byText && to.phone) return { by: 'text', to: to.phone, words: inText(notice, place.name, link) }
  const subject = `A notice from ${place.name}`
  const words = to.way === 'email' ? inFull(notice, link) : byLink(link)
  return {
    by: 'mail',
    to: to.email ?? '',
    subject,
    text: `Hello ${to.name},\n\n${words}\n\nThe link is for you alone. Please do not send it on.\n\n${notice.written_by_name}, ${place.name}${place.phone ? `. Not sure that this is from us? Call ${place.phone}.` : ''}\n`,
  }
}

const inFull = ({ subject, body }: Letter, link: string): string =>
  `${subject}\n\n${body}\n\nTo answer, open this link. Your answer goes to us alone:\n\n${link}`

const byLink = (link: string): string =>
  `We have written to you. Open this link to read it and to answer. There is no password and nothing to install: we email you a code.\n\n${link}`

function inText({ subject, body, written_by_name }: Letter, place: string, link: string): string {
  const whole = `${subject}\n${body}`
  const words = whole.length <= textFits ? whole : subject
  return `${written_by_name}, ${place}: ${words}\n${words === whole ? 'Answer' : 'Read it and answer'} here: ${link}`
}

/** The mail server or Notify said no, or was never reached: nothing has left. */
function surelyNotTaken(error: unknown): boolean {
  const { code, command, responseCode } = error as {
    readonly code?: string
    readonly command?: string
    readonly responseCode?: number
  }
  if (responseCode !== undefined && responseCode >= 400) return true
  return command === 'CONN' || ['ECONNREFUSED', 'ENOTFOUND', 'later', 'number', 'ours'].includes(code ?? '')
}
