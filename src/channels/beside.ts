import { inFull } from '../kit/clock.ts'
import type { Aside, Beside, MessageId } from '../messages/index.ts'
import { type BesideRow, type CameRow, selectCame, selectWent } from './queries.ts'
import { routes } from './routes.ts'
import { channels, stuck, whyFailed } from './rules.ts'

/** How each message went to whom, and how it came: for staff, beside the message. No address and no number is in it. */
export const besideMessages: Beside = async ({ db, actor }, messages) => {
  const [went, came] = await Promise.all([
    selectWent(db, actor.agencyId, messages),
    selectCame(db, actor.agencyId, messages),
  ])
  const beside = new Map<MessageId, Aside[]>()
  const say = (id: MessageId, aside: Aside) => beside.set(id, [...(beside.get(id) ?? []), aside])
  for (const one of came) say(one.message_id, cameIn(one))
  for (const one of went) say(one.message_id, wentOut(one))
  return beside
}

function cameIn({ message_id, channel, decided_by, folded }: CameRow): Aside {
  const let_ = decided_by ? `, let through by ${decided_by}` : ''
  return {
    text: `Came ${channels[channel].by}${let_}.`,
    ...(folded && {
      way: {
        href: routes.whole.to({ message: message_id }),
        text: 'Show the whole message',
        about: 'as it came',
      },
    }),
  }
}

function wentOut({ delivery }: BesideRow): Aside {
  const { id, state, name } = delivery
  return {
    text: `${wordsOf(delivery)}.`,
    ...(stuck.includes(state) && {
      bad: true,
      way: {
        href: routes.delivery.to({ delivery: id }),
        text: 'What to do',
        about: `about the message to ${name}`,
      },
    }),
  }
}

/** How a delivery stands, in words. */
export function wordsOf({ channel, state, why, name, at }: BesideRow['delivery']): string {
  const { to } = channels[channel]
  const when = inFull(new Date(at))
  const because = why ? `: ${whyFailed[why]}` : ''
  switch (state) {
    case 'queued':
      return `Not taken yet for ${name}’s ${to}: it is tried again by itself`
    case 'claimed':
      return `On its way to ${name}’s ${to}`
    case 'handed-over':
      return `Handed over for ${name}’s ${to}, ${when}`
    case 'delivered':
      return `Delivered to ${name}’s ${to}, ${when}`
    case 'unsure':
      return `It is not sure that this reached ${name}’s ${to}`
    case 'failed':
      return `It could not be delivered to ${name}’s ${to}${because}`
    case 'returned':
      return `It came back from ${name}’s ${to}${because}`
  }
}
