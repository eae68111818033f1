import { whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { routes as policies } from '../policies/index.ts'
import { routes as receipts } from '../receipts/index.ts'
import { type Content, opensToOneOf, screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  Heading,
  Inset,
  Link,
  Paragraph,
  Progress,
  Subheading,
  Tag,
} from '../ui/index.ts'
import { policiesOwed, walkToGoOn } from './access.ts'
import { beginWalk } from './begin-walk.ts'
import { type PassTable, selectNewestPass } from './queries.ts'
import { routes } from './routes.ts'
import { isDue, standingOf } from './rules.ts'
import {
  nextPart,
  onward,
  type Part,
  type PolicyOwed,
  partsOf,
  placeIn,
  progressOf,
  toDo,
  type Walking,
} from './walking.ts'

/** The path: what there is to walk, how far somebody has come, and where they go on. */
export const pathScreen = screen({
  address: routes.path,
  fields: {},
  load: async reader => {
    const { db, actor } = reader
    const [walking, pass, owed] = await Promise.all([
      walkToGoOn(reader),
      selectNewestPass(db, actor.agencyId, actor.personId),
      policiesOwed(reader),
    ])
    return { walking, pass, owed }
  },
  show: ({ thing: { walking, pass, owed }, now, actor }): Content => ({
    title: 'Your induction',
    body: (
      <>
        <Heading>Your induction</Heading>
        {pass && <Passed pass={pass} now={now} />}
        {walking ? (
          <GoOn walking={walking} />
        ) : (
          <Begin again={pass !== undefined} due={isDue(pass?.valid_until, now)} owed={owed} />
        )}
        <Kept />
        {opensToOneOf(routes.people.opens, actor.roles) && (
          <Paragraph>
            <Link href={routes.people.to()}>Who has done their induction</Link>
          </Paragraph>
        )}
      </>
    ),
  }),
  submit: beginWalk,
  done: () => routes.lesson.to({ lesson: 'why' }),
  refused: {},
})

function Passed({ pass, now }: { readonly pass: PassTable; readonly now: Date }) {
  const standing = standingOf({ validUntil: pass.valid_until, open: false }, now)
  const until = whenInWords(pass.valid_until)
  return (
    <Inset>
      You did it on {inDays(pass.passed_at)}.{' '}
      {standing === 'ran-out' ? `That ran out on ${until}.` : `It is valid until ${until}.`}{' '}
      <Link href={receipts.receipt.to({ entry: pass.entry_id })}>Your receipt</Link>
    </Inset>
  )
}

function Begin(about: {
  readonly again: boolean
  readonly due: boolean
  readonly owed: readonly PolicyOwed[]
}) {
  const { again, due, owed } = about
  return (
    <>
      {again ? (
        <Paragraph>
          {due
            ? 'It is time to walk it again. The lessons are the same, and most people are through them sooner; the situations are others.'
            : 'There is nothing for you to do now. You can read the lessons again, or walk it once more, at any time.'}
        </Paragraph>
      ) : (
        <Paragraph>
          A few short lessons, and some situations of the kind that come up in this work. It takes about 25
          minutes, and you can stop anywhere: your place is kept, and you can go on later, on any device.
        </Paragraph>
      )}
      <ol class="ly-path">
        {partsOf().map((part, at) => (
          <PathRow key={part.id} part={part} at={at}>
            {part.id === 'policies' && <Owed owed={owed} />}
          </PathRow>
        ))}
      </ol>
      <form method="post">
        <Button kind={again && !due ? 'secondary' : undefined} once>
          {again ? 'Walk it again' : 'Begin'}
        </Button>
      </form>
    </>
  )
}

function GoOn({ walking }: { readonly walking: Walking }) {
  const parts = partsOf(walking.walk)
  const left = toDo(walking)
  const next = nextPart(walking)
  const done = parts.length - left.length
  return (
    <>
      <Progress
        label="How far you have come"
        done={done}
        of={parts.length}
        words={
          next
            ? `${done} of ${parts.length} parts done. Next: “${next.title}”.`
            : `All ${parts.length} parts are done.`
        }
      />
      {next?.id !== 'policies' && <ButtonLink href={onward(walking)}>{next ? 'Go on' : 'Finish'}</ButtonLink>}
      <Subheading>The whole path</Subheading>
      <ol class="ly-path">
        {parts.map((part, at) => (
          <PathRow key={part.id} part={part} at={at} walking={walking}>
            {part.id === 'policies' && <Owed owed={walking.owed} />}
          </PathRow>
        ))}
      </ol>
    </>
  )
}

const states = {
  done: { words: 'Done', colour: 'green' },
  begun: { words: 'Begun', colour: 'blue' },
} as const

function PathRow(props: {
  readonly part: Part
  readonly at: number
  readonly walking?: Walking
  readonly children?: preact.ComponentChildren
}) {
  const { part, at, walking, children } = props
  const state = walking && progressOf(walking, part)
  const href = walking && part.id !== 'policies' ? placeIn(walking, part) : lessonAt(part)
  return (
    <li class={`ly-path__part${state ? ` ly-path__part--${state}` : ''}`}>
      <span class="ly-path__number" aria-hidden="true">
        {at + 1}
      </span>
      <div class="ly-path__about">
        <p class="ly-path__title">
          {href ? <Link href={href}>{part.title}</Link> : part.title}{' '}
          {state && state !== 'to-do' && <Tag colour={states[state].colour}>{states[state].words}</Tag>}
        </p>
        <p class="ly-path__short">
          {part.inShort}{' '}
          <span class="ly-path__minutes">
            {state === 'to-do' && 'Not yet done. '}
            {state !== 'done' && `About ${minutesOf(part.minutes)}.`}
          </span>
        </p>
        {children}
      </div>
    </li>
  )
}

/** A lesson can be read whether or not a walk is begun. */
const lessonAt = ({ id }: Part): string | undefined =>
  id === 'policies' || id === 'situations' ? undefined : routes.lesson.to({ lesson: id })

const minutesOf = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`)

/** Which policies somebody still owes. The acceptable use policy was the gate, and is behind them. */
const Owed = ({ owed }: { readonly owed: readonly PolicyOwed[] }) =>
  owed.length === 0 ? (
    <p class="ly-path__short">You have signed all there are.</p>
  ) : (
    <ul class="ly-path__owed">
      {owed.map(({ id, policy, words }) => (
        <li key={id}>
          <Link href={policies.sign.to({ policy: id })}>{policy}</Link> ({words.toLowerCase()})
        </li>
      ))}
    </ul>
  )

const Kept = () => (
  <Details summary="What is kept of this, and who sees it">
    <Paragraph>
      That you did it, when, until when it counts, and how many tries each part took you. Which answers you
      chose is not kept, right or wrong: getting something wrong while you learn it is no evidence against
      anybody.
    </Paragraph>
    <Paragraph>
      Your managers see whether you have done it and when. How many tries it took is for you alone to see
      here. Nothing is closed to you because your induction is not done.
    </Paragraph>
  </Details>
)
