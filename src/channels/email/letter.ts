import type { SendMailOptions } from 'nodemailer'
import type { Outgoing } from '../channel.ts'

/** What a mail of a conversation stands on. */
export interface Threaded {
  /** Where its reader answers. */
  readonly answersAt: string
  /** Where it goes when it cannot be delivered. */
  readonly returnsTo: string
  readonly messageId: string
  /** What ties it to those before it, oldest first. */
  readonly references: readonly string[]
}

/** What stands above what is quoted of ours in an answer: everything from here on is no part of it. */
export const answerAbove = 'Please write your answer above this line.'

/** One line, whatever was typed: a name is no place for a second header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/** The subject says whose letter it is and nothing else: it stands on screens and in logs that others see. */
export const subjectOf = (agency: string): string => `A message from ${oneLine(agency)}`

/**
 * A message as a mail. It says who wrote and for which organisation; it holds no address but the one to answer to, and of
 * nobody else's. Machines are asked not to answer it.
 */
export function letterOf({ agency, message, to }: Outgoing, threaded: Threaded): SendMailOptions {
  const name = oneLine(message.author.name)
  const place = oneLine(agency.name)
  const at = { name: `${name}, ${place}`, address: threaded.answersAt }
  const help =
    to.kind === 'child'
      ? 'If you are in danger now, call 999. You can call Childline free at any time: 0800 1111.'
      : 'If a child is in danger now, call 999.'
  const doubt = agency.phone ? ` Not sure that this is from us? Call ${oneLine(agency.phone)}.` : ''
  const below = `${name} wrote this for ${place}. Answer this email and they get your answer. Managers at ${place} can read it too, to keep everybody safe. Pictures and files cannot be sent this way.${doubt}\n\n${help}`
  return {
    from: at,
    replyTo: at,
    to: { name: oneLine(to.name), address: to.email ?? '' },
    envelope: { from: threaded.returnsTo, to: to.email ?? '' },
    subject: subjectOf(agency.name),
    messageId: threaded.messageId,
    ...(threaded.references.length > 0 && {
      references: [...threaded.references],
      inReplyTo: threaded.references.at(-1) ?? '',
    }),
    text: `${answerAbove}\n\n${message.body}\n\n-- \n${below}\n`,
    textEncoding: 'quoted-printable',
    headers: {
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
  }
}
