import { type CalendarDay, dayAt, whenInWords } from '../guidance/index.ts'
import { later } from '../kit/clock.ts'
import { SummaryList, Tag } from '../ui/index.ts'
import { channels, ways } from './rules.ts'
import type { OverChannel } from './standing.ts'

/** One channel in a few words: agreed to and until when, not agreed to, or closed by somebody's no. */
function standing(one: OverChannel): {
  colour: 'green' | 'red' | 'orange' | 'grey'
  tag: string
  words?: string
} {
  const no = one.said.filter(({ answer }) => answer === 'no').map(({ given_by_name }) => given_by_name)
  if (one.agreed)
    return {
      colour: 'green',
      tag: 'Agreed',
      words: one.until ? `until ${whenInWords(one.until)}` : 'for now',
    }
  if (no.length > 0) return { colour: 'red', tag: 'Closed', words: `${no.join(' and ')} said no` }
  if (one.said.length > 0) return { colour: 'orange', tag: 'Ended', words: 'its last day has passed' }
  return { colour: 'grey', tag: one.asked ? 'Asked for' : 'Not agreed' }
}

export const Channels = ({ over }: { readonly over: readonly OverChannel[] }) => (
  <SummaryList
    rows={over.map(one => {
      const { colour, tag, words } = standing(one)
      return {
        key: channels[one.channel].words,
        value: (
          <>
            <Tag colour={colour}>{tag}</Tag> {words}
          </>
        ),
      }
    })}
  />
)

/** "Sam Taylor said yes to Email on the page here, from 3 May 2026 to 3 May 2027." */
export const saidWords = (one: OverChannel['said'][number]): string => {
  const what = { yes: 'said yes to', no: 'said no to', none: 'took back their no to' }[one.answer]
  const until = one.last_day ? `, until ${whenInWords(one.last_day)}` : ''
  const by = one.entered_by_name ? ` (entered by ${one.entered_by_name})` : ''
  const gone = one.counts ? '' : '. It no longer counts: they are no longer their parent or carer here'
  return `${whenInWords(one.given_on)}: ${one.given_by_name} ${what} ${channels[one.channel].words.toLowerCase()}, ${ways[one.how]}${until}${by}${gone}`
}

/** A year from today: what a yes is given for unless somebody says otherwise. */
export const inAYear = (now: Date): CalendarDay => dayAt(later(now, 364 * 86_400_000))

/** What is law and what is the organisation's choice, about who may agree. */
export const lawAndChoice = [
  'No law fixes an age at which a young person may agree to be in touch with a club or a service. It is the organisation’s choice, made with care for each young person.',
  'For online services that rest on consent to use a child’s data, the Data Protection Act 2018 (section 9) says 13: we go no lower.',
  'From 16, the Mental Capacity Act 2005 takes it that somebody can decide for themselves unless it is shown that they cannot (England and Wales).',
  'At 18 somebody is an adult and agrees for themselves: we go no higher.',
] as const

/** What both pages that keep an answer may refuse. */
export const answerRefused = {
  'wrong-days': () =>
    'Nothing was kept: the last day must be between today and two years after it was agreed, and nobody agrees in the future. Change the days.',
  'not-theirs': () =>
    'Nothing was kept: it is not theirs to agree to. A parent or carer who is entered here can, and a young person who is old enough.',
} as const
