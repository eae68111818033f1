import { type Field, maybeLine, maybeTick, tidy } from '../kit/forms/index.ts'
import { routes as people } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Input, Link, Paragraph, Textarea, Tick } from '../ui/index.ts'
import { type PosterHere, posterToWord } from './access.ts'
import { groupKinds } from './content/content.ts'
import { contents } from './content/index.ts'
import { routes } from './routes.ts'
import { posters } from './rules.ts'
import { wordPoster } from './word-poster.ts'
import { asItIs, hasPoints, most, type Wording } from './wording.ts'

/** Points, one to a line. Undefined when the form had no such box. */
const points: Field<readonly string[] | undefined> = {
  parse(typed) {
    if (typed === undefined) return { ok: true, value: undefined }
    const lines = tidy(typed)
      .split('\n')
      .map(line => line.replace(/\s+/g, ' ').trim())
      .filter(line => line !== '')
    if (lines.length > most.points)
      return {
        ok: false,
        sentence: `Enter at most ${most.points} points: more cannot be read from two metres`,
      }
    const long = lines.find(line => line.length > most.letters)
    if (long)
      return {
        ok: false,
        sentence: `Each point must be ${most.letters} characters or fewer. “${long.slice(0, 30)}…” has ${long.length.toLocaleString('en-GB')}`,
      }
    return { ok: true, value: lines }
  },
}

const groupNames = ['do-not', 'do', 'best', 'good', 'safe', 'poor', 'steps', 'words'] as const

const fields = {
  title: maybeLine({ max: most.title, called: 'The headline' }),
  'do-not': points,
  do: points,
  best: points,
  good: points,
  safe: points,
  poor: points,
  steps: points,
  words: points,
  ours: maybeTick(),
}

/** The organisation's own wording of a poster. */
export const wordingScreen = screen({
  address: routes.wording,
  fields,
  load: (reader, { poster }) => posterToWord(reader, poster),
  show: ({ thing, form: { typed, errors } }) => ({
    title: `Word it otherwise: ${posters[thing.poster].name}`,
    back: { href: routes.poster.to({ poster: thing.poster }), text: posters[thing.poster].name },
    body: (
      <>
        <Heading>Word it otherwise: {posters[thing.poster].name}</Heading>
        <Paragraph>
          Change a point, add one, or take a line away to leave it out. What hangs is out of date as soon as
          you save. The line with 999 always stays, and so do the names to tell.
        </Paragraph>
        <form method="post" noValidate>
          <Input
            name="title"
            label="Headline"
            value={typed.title ?? thing.words.title}
            error={errors.title}
          />
          {pointsOf(thing).map(({ id, label, lines }) => (
            <Textarea
              key={id}
              name={id}
              label={label}
              hint="One point to a line"
              rows={Math.max(3, lines.length + 1)}
              value={typed[id] ?? lines.join('\n')}
              error={errors[id]}
            />
          ))}
          <Tick
            name="ours"
            label="Start again"
            text="Use Lanyard’s wording, whatever stands above"
            value={typed.ours}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, thing, given) => wordPoster(writer, thing, given.ours ? asItIs : wordingOf(thing, given)),
  done: (_, { poster }) => routes.poster.to({ poster }),
  told: () => 'The new wording stands. What hangs with the old one is out of date.',
  refused: {
    'does-not-fit': () =>
      'This is more than fits on a poster at a size that can be read from two metres, so nothing was changed. Leave out a point, or say it shorter.',
    'nothing-left': () => 'The poster would say nothing, so nothing was changed. Keep at least one point.',
    'gives-away': ({ facts }) => (
      <>
        Nothing was changed: this gives {facts}. A poster is read by children, so it gives nothing but the
        organisation’s own. Take it out; an administrator or a senior manager says what is our own under{' '}
        <Link href={people.organisation.to()}>Our names and numbers</Link>.
      </>
    ),
    'no-letter': ({ facts: { letters } }) =>
      `The poster cannot be printed with ${letters.slice(0, 8).join(' ')}: our typefaces have no such letter. Write it otherwise; nothing was changed.`,
  },
})

type GroupName = (typeof groupNames)[number]
const isGroupName = (text: string): text is GroupName => groupNames.some(name => name === text)

/** The boxes: each group of points that the poster has, with what it says now. */
function pointsOf({ poster, facts, wording }: PosterHere) {
  return contents[poster](facts).groups.flatMap(group => {
    if (!hasPoints(group) || !isGroupName(group.id)) return []
    const lines = wording.groups[group.id] ?? group.points.map(({ says }) => says)
    return [{ id: group.id, label: groupKinds[group.kind] ?? 'Points', lines }]
  })
}

/** What was sent, as a wording: only what differs from Lanyard's own. */
function wordingOf(
  thing: PosterHere,
  given: Partial<Record<GroupName, readonly string[] | undefined>> & { readonly title: string | undefined },
): Wording {
  const { poster, facts } = thing
  const own = contents[poster](facts)
  const groups = own.groups.flatMap(group => {
    const sent = hasPoints(group) && isGroupName(group.id) ? given[group.id] : undefined
    if (!hasPoints(group) || !sent) return []
    const same = JSON.stringify(sent) === JSON.stringify(group.points.map(({ says }) => says))
    return same ? [] : [[group.id, sent] as const]
  })
  const title = given.title && given.title !== own.title ? given.title : null
  return { title, groups: Object.fromEntries(groups) }
}
