import type { ComponentChildren } from 'preact'
import {
  type Act,
  acts,
  approvals,
  better,
  owing,
  type Rules,
  type Ruling,
  reportWords,
  type Standing,
  type StandingWords,
  type StatementId,
  standingWords,
  statement,
  toShow,
} from '../guidance/index.ts'
import { type OwnRule, StandingTag, standingTags } from '../own-rules/index.ts'
import type { PersonActor } from '../records/index.ts'
import type { Content } from '../screens/index.ts'
import { ButtonLink, Heading, Link, List, Paragraph, Subheading, SummaryList, Warning } from '../ui/index.ts'
import { type Asked, factsOf, inWords, queryOf } from './asked.ts'
import { placeFor } from './places.ts'
import { routes } from './routes.ts'
import type { Ruled } from './ruled.ts'

const ofOurOwn: Readonly<Partial<Record<Standing, string>>> = {
  forbidden: 'Our own rule does not allow it.',
  poor: 'Our own rule asks for more.',
}

/** How an act stands, in words; and whose word it is, where a rule of our own brought it down. */
export function sayingOf(act: Act, { standing }: Ruling, own: readonly OwnRule[]): StandingWords {
  const words = (act === 'report' ? reportWords : standingWords)[standing]
  const means = own.some(({ kind }) => kind === 'tightening') ? ofOurOwn[standing] : undefined
  return means ? { ...words, means } : words
}

/** How it stands, in words: why, what must be in place, who approves, what is owed, what would change it, where to go on. */
export function answerPage({ asked, rules, ruling, own }: Ruled, actor: PersonActor): Content {
  const { act } = asked
  const { says, means } = sayingOf(act, ruling, own)
  const place = placeFor(asked, ruling.standing, actor)
  const [last] = [...asked.answers.keys()].slice(-1)
  return {
    title: says,
    back: { href: `${routes.ask.to()}?${queryOf(asked, last)}`, text: 'Back' },
    body: (
      <>
        {ruling.owed.includes('call-999') && <Warning>Call 999 first, now. You need nobody’s leave.</Warning>}
        <p class="govuk-caption-l">{acts[act].says}</p>
        <Heading>{says}</Heading>
        <Paragraph>
          <StandingTag standing={ruling.standing} /> {means}
        </Paragraph>
        <Own own={own} />
        <Reasons ruling={ruling} />
        <ToChange asked={asked} rules={rules} />
        {place && <ButtonLink href={place.href}>{place.text}</ButtonLink>}
        <Said asked={asked} />
        <List
          items={[
            <Link key="keep" href={`${routes.keep.to()}?${queryOf(asked)}`}>
              Keep this answer on the record
            </Link>,
            <Link key="again" href={routes.ask.to()}>
              Ask about something else
            </Link>,
          ]}
        />
      </>
    ),
  }
}

const cited = (ids: readonly StatementId[]): ComponentChildren[] =>
  ids.map(id => (
    <>
      {statement(id).says} <span class="ly-cite">{id}</span>
    </>
  ))

/** The rules of our own that made it so, in the organisation's own words, with whose they are and since when. */
const Own = ({ own }: { readonly own: readonly OwnRule[] }) => (
  <Part
    title={own.length > 1 ? 'Our own rules' : 'Our own rule'}
    items={own.map(({ kind, says, by, on, until }) => (
      <>
        <span class="ly-lines">“{says}”</span>{' '}
        <span class="ly-list__aside">
          {kind === 'decision'
            ? `Decided by ${by}, senior manager, from ${on} until ${until}.`
            : `Set by ${by}, since ${on}.`}
        </span>
      </>
    ))}
  />
)

function Reasons({ ruling: { because, needs, owed } }: { readonly ruling: Ruling }) {
  const inPlace = because.filter(id => statement(id).kind === 'in-place')
  const why = because.filter(id => !inPlace.includes(id))
  return (
    <>
      <Part title="Why" items={cited(toShow(why))} />
      <Part title="Who approves" items={needs.map(one => approvals[one])} />
      <Part title="What must be in place" items={cited(inPlace)} />
      <Part title="What you then owe" items={owed.map(one => owing[one])} />
    </>
  )
}

const Part = ({ title, items }: { readonly title: string; readonly items: readonly ComponentChildren[] }) =>
  items.length === 0 ? null : (
    <>
      <Subheading>{title}</Subheading>
      <List items={items} />
    </>
  )

function ToChange({ asked: { act, facts }, rules }: { readonly asked: Asked; readonly rules: Rules }) {
  const found = better(act, facts, rules)
  if (!found) return null
  return (
    <>
      <Subheading>What would change the answer</Subheading>
      <Paragraph>It would be {standingTags[found.standing].words.toLowerCase()} with:</Paragraph>
      <List
        items={found.change.map(({ fact, to }) => (
          <>
            {factsOf(act)[fact]?.asks} <strong>{inWords(act, fact, to)}</strong>
          </>
        ))}
      />
    </>
  )
}

export const Said = ({ asked }: { readonly asked: Asked }) =>
  asked.answers.size === 0 ? null : (
    <>
      <Subheading>What you said</Subheading>
      <SummaryList
        rows={[...asked.answers].map(([fact, answer]) => ({
          key: factsOf(asked.act)[fact]?.asks ?? fact,
          value: inWords(asked.act, fact, answer),
          actions: [
            {
              href: `${routes.ask.to()}?${queryOf(asked, fact)}`,
              text: 'Change',
              about: factsOf(asked.act)[fact]?.asks,
            },
          ],
        }))}
      />
    </>
  )
