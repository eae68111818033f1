import { inFull } from '../kit/clock.ts'
import { chosen } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { mayWork, roleWords, staffHereToday } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Paragraph, Select, Subheading } from '../ui/index.ts'
import { conversationToMind } from './access.ts'
import { pausedSince } from './pauses.ts'
import { routes } from './routes.ts'
import { putIn } from './second-adult.ts'
import { WhoIsHere } from './talk.tsx'

/** A manager puts another adult into a conversation of their people: one that has paused, or is about to. */
export const secondAdultScreen = screen({
  address: routes.secondAdult,
  fields: { adult: chosen<'person'>('Choose who is put in') },
  load: async (reader, { conversation: id }) => {
    const found = await conversationToMind(reader, id)
    if (!found) return undefined
    const here = new Set(found.participants.filter(one => !one.left_at).map(one => one.person_id))
    const [since, staff] = await Promise.all([pausedSince(reader, found), staffHereToday(reader, mayWork)])
    return { conversation: found, since, choices: staff.filter(({ id }) => !here.has(id)) }
  },
  show: ({ thing: { conversation, since, choices }, form, actor }) => ({
    title: `Put another adult into “${conversation.subject}”`,
    back: { href: routes.team.to(), text: 'The team’s conversations' },
    body: (
      <>
        <Heading>Put another adult in</Heading>
        <Paragraph>In: {conversation.subject}</Paragraph>
        {since && (
          <Inset>
            Paused since {inFull(since)}: a child is in it, and too few adults are here. Staff can write
            nothing until somebody is put in. A child can write, and then somebody is put in at once.
          </Inset>
        )}
        {!since && <Inset>It has enough adults today. You may put in one more.</Inset>}
        <Subheading>Who is in it</Subheading>
        <WhoIsHere conversation={conversation} />
        {choices.length === 0 && (
          <Paragraph>
            Nobody else who may be is here today. Ask somebody who is away to say that they are back, or your
            administrator to invite somebody.
          </Paragraph>
        )}
        {choices.length > 0 && (
          <form method="post" noValidate>
            <Select
              name="adult"
              label="Who is put in"
              hint="They can read all of it, see that they are in it, and are told now. It is on the record."
              options={[
                { value: '', text: 'Choose' },
                ...choices.map(({ id, name, roles }) => ({
                  value: id,
                  text: `${id === actor.personId ? `${name} (you)` : name}, ${roles.map(role => roleWords[role].toLowerCase()).join(', ')}`,
                })),
              ]}
              value={form.typed.adult}
              error={form.errors.adult}
            />
            <Button once>Put them in</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: async (writer, { conversation, choices }, { adult }) => {
    if (!choices.some(({ id }) => id === adult)) return refuse('not-here')
    const done = await putIn(writer, conversation.id, adult)
    return done.with(adult)
  },
  done: () => routes.team.to(),
  told: (_, { conversation, choices }, { adult }) =>
    `${choices.find(({ id }) => id === adult)?.name ?? 'They'} is now in “${conversation.subject}” as second adult.`,
  refused: {
    'not-here': () =>
      'Nobody was put in: whoever you chose is away, has left, or is in it already. Choose again.',
  },
})
