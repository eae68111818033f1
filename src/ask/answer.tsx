import type { ComponentChildren } from 'preact'
import {
  type Act,
  acts,
  approvals,
  better,
  documentRules,
  owing,
  type Ruling,
  reportWords,
  rule,
  type Standing,
  type StandingWords,
  type StatementId,
  standingWords,
  statement,
  toShow,
} from '../guidance/index.ts'
import type { PersonActor } from '../records/index.ts'
import type { Content } from '../screens/index.ts'
import {
  ButtonLink,
  Heading,
  Link,
  List,
  Paragraph,
  Subheading,
  SummaryList,
  Tag,
  Warning,
} from '../ui/index.ts'
import { type Asked, factsOf, inWords, queryOf } from './asked.ts'
import { placeFor } from './places.ts'
import { routes } from './routes.ts'

const tags = {
  best: { text: 'Best practice', colour: 'green' },
  safe: { text: 'Safe practice', colour: 'blue' },
  poor: { text: 'Poor practice', colour: 'orange' },
  forbidden: { text: 'Not allowed', colour: 'red' },
} as const satisfies Readonly<Record<Standing, unknown>>

export const wordsFor = (act: Act, standing: Standing): StandingWords =>
  (act === 'report' ? reportWords : standingWords)[standing]

/** How it stands, in words: why, what must be in place, who approves, what is owed, what would change it, where to go on. */
export function answerPage(asked: Asked, actor: PersonActor): Content {
  const { act } = asked
  const ruling = rule(act, asked.facts, documentRules)
  const { says, means } = wordsFor(act, ruling.standing)
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
          <Tag colour={tags[ruling.standing].colour}>{tags[ruling.standing].text}</Tag> {means}
        </Paragraph>
        <Reasons ruling={ruling} />
        <ToChange asked={asked} />
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

function ToChange({ asked: { act, facts } }: { readonly asked: Asked }) {
  const found = better(act, facts, documentRules)
  if (!found) return null
  return (
    <>
      <Subheading>What would change the answer</Subheading>
      <Paragraph>It would be {tags[found.standing].text.toLowerCase()} with:</Paragraph>
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
