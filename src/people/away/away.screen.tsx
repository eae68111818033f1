import { dayAt, whenInWords } from '../../guidance/index.ts'
import { date, maybeDate } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Link, List, Paragraph, Subheading, Unseen } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import { routes } from '../routes.ts'
import { awayToEnd } from './access.ts'
import { comeBack, goAway } from './change-away.ts'
import { type AwayTable, selectAways } from './queries.ts'

const daysOf = ({ from_day, last_day }: Pick<AwayTable, 'from_day' | 'last_day'>): string =>
  last_day === from_day
    ? whenInWords(from_day)
    : `${whenInWords(from_day)} ${last_day ? `to ${whenInWords(last_day)}` : 'on, with no last day yet'}`

/** When somebody is away, and from when: entered by themselves or by who they answer to. */
export const awayScreen = (above: Above) =>
  screen({
    address: routes.away,
    fields: {
      from: date({ called: 'The first day', required: 'Enter the first day' }),
      last: maybeDate('The last day'),
    },
    load: async (reader, { person }) => {
      const found = await personTo(reader, person, 'enter-away')
      if (!found) return undefined
      const which = { agencyId: reader.actor.agencyId, personId: found.person.id, day: dayAt(reader.now) }
      return { found, aways: await selectAways(reader.db, which) }
    },
    show: ({ thing: { found, aways }, form, actor, now }) => {
      const { person } = found
      const oneself = person.id === actor.personId
      const title = oneself ? 'When you are away' : `When ${person.name} is away`
      return {
        title,
        back: { href: routes.person.to({ person: person.id }), text: person.name },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>
              Colleagues and families see until when, and nothing of why: leave, sickness and all else are{' '}
              {oneself ? 'your' : 'their'} own business, so it is not asked.
            </Paragraph>
            <Paragraph>
              Where a child would have one adult too few without {oneself ? 'you' : person.name}, the
              conversation pauses for staff, and a manager is asked to put somebody in. A child can always
              write: somebody else is then put in before a word is kept.
            </Paragraph>
            {aways.length > 0 && (
              <>
                <Subheading>Entered now</Subheading>
                <List
                  items={aways.map(one => (
                    <>
                      {daysOf(one)}.{' '}
                      <Link href={routes.endAway.to({ person: person.id, away: one.id })}>
                        {one.from_day <= dayAt(now)
                          ? oneself
                            ? 'I am back'
                            : 'They are back'
                          : 'Take it off'}
                        <Unseen> ({daysOf(one)})</Unseen>
                      </Link>
                    </>
                  ))}
                />
              </>
            )}
            <Subheading>Enter days away</Subheading>
            <form method="post" noValidate>
              <Input
                name="from"
                type="date"
                width={10}
                label="First day"
                value={form.typed.from ?? dayAt(now)}
                error={form.errors.from}
              />
              <Input
                name="last"
                type="date"
                width={10}
                label="Last day (if it is known)"
                hint="Leave it empty when nobody knows yet. Come back to this page to say when it is over."
                value={form.typed.last}
                error={form.errors.last}
              />
              <Button once>Keep these days</Button>
            </form>
          </>
        ),
      }
    },
    submit: (writer, { found }, { from, last }) => goAway(writer, found, { from, last }, above),
    done: person => routes.person.to({ person }),
    told: (_, { found }, { from, last }) =>
      `${found.person.name} is entered as away: ${daysOf({ from_day: from, last_day: last ?? null })}.`,
    refused: {
      backwards: () => 'Nothing was entered: the last day is before the first. Change one of them.',
      'too-far': () =>
        'Nothing was entered: the days must be between a month ago and about a year from now. Enter nearer ones.',
      'entered-already': ({ facts }) =>
        `Nothing was entered: some of these days are entered already (${daysOf(facts)}). Take that off first, or enter the other days.`,
    },
  })

export const endAwayScreen = (above: Above) =>
  screen({
    address: routes.endAway,
    fields: {},
    load: (reader, { person, away }) => awayToEnd(reader, person, away),
    show: ({ thing: { found, row }, actor, now }) => {
      const { person } = found
      const oneself = person.id === actor.personId
      const begun = row.from_day <= dayAt(now)
      const title = begun
        ? oneself
          ? 'You are back'
          : `${person.name} is back`
        : `Take off the days away from ${whenInWords(row.from_day)}`
      return {
        title,
        back: { href: routes.away.to({ person: person.id }), text: 'Days away' },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>
              Entered: {daysOf(row)}. {begun ? 'From now on it holds no longer' : 'It is taken off'}, and
              conversations that paused because of it go on.
            </Paragraph>
            <form method="post">
              <Button once>{begun ? (oneself ? 'I am back' : 'They are back') : 'Take it off'}</Button>
            </form>
          </>
        ),
      }
    },
    submit: (writer, { row }) => comeBack(writer, row, above),
    done: person => routes.person.to({ person }),
    told: (_, { found }) => `${found.person.name} is no longer entered as away for these days.`,
    refused: {},
  })
