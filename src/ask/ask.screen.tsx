import { actGroups, acts, questions } from '../guidance/index.ts'
import { routes as ownRules } from '../own-rules/index.ts'
import { type Ground, type PersonActor, read } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, Heading, Hidden, Link, List, Paragraph, Radios, Subheading, Warning } from '../ui/index.ts'
import { answerPage } from './answer.tsx'
import { type Asked, askedField, factsOf, queryOf, readAsked, unsure } from './asked.ts'
import { routes } from './routes.ts'
import { ruledFor } from './ruled.ts'

/** Ask before you act: what it is, then one question to a page, then how it stands. */
export const askPage = (ground: Ground) =>
  handler(routes.ask, {
    async get({ url, page, actor, missing }) {
      if (!actor) return missing()
      const asked = readAsked(url.searchParams)
      if (!asked) return page(beginning)
      const ruled = await ruledHere(ground, actor, asked)
      const { next, atMost } = questions(asked.act, asked.facts, ruled.rules)
      if (next === undefined) return page(answerPage(ruled, actor))
      if (asked.missed !== next) return page(question(asked, next, atMost))
      return page(question(asked, next, atMost, notChosen), { status: 422, errors: { [next]: notChosen } })
    },
  })

const ruledHere = (ground: Ground, actor: PersonActor, asked: Asked) =>
  read(ground, actor, reader => ruledFor(reader, asked))

const notChosen = 'Choose one of the answers'

const beginning: Content = {
  title: 'Ask before you act',
  body: (
    <>
      <Heading>Ask before you act</Heading>
      <Paragraph>
        What do you want to do? You are asked five questions at most. Nothing is kept of what you ask unless
        you choose to keep it.
      </Paragraph>
      <Paragraph>
        You are answered by the guidance and by <Link href={ownRules.rules.to()}>our own rules</Link>.
      </Paragraph>
      {actGroups.map(({ title, acts: some }) => (
        <div key={title}>
          <Subheading>{title}</Subheading>
          <List
            items={some.map(act => (
              <Link key={act} href={`${routes.ask.to()}?${new URLSearchParams({ act })}`}>
                {acts[act].says}
              </Link>
            ))}
          />
        </div>
      ))}
    </>
  ),
}

/** One question, sent as a GET so that the address holds the answers and the way back is the browser's own. */
function question(asked: Asked, fact: string, atMost: number, error?: string): Content {
  const { act, answers } = asked
  const about = factsOf(act)[fact]
  const choices = Object.entries(about?.values ?? {}).map(([value, text]) => ({ value, text }))
  const [last] = [...answers.keys()].slice(-1)
  return {
    title: about?.asks ?? '',
    back: last
      ? { href: `${routes.ask.to()}?${queryOf(asked, last)}`, text: 'Back' }
      : { href: routes.ask.to(), text: 'Back' },
    body: (
      <>
        {act === 'report' && (
          <Warning>If a child could be in danger now, call 999. You need nobody’s leave.</Warning>
        )}
        <p class="govuk-caption-l">{acts[act].says}</p>
        <form method="get" action={routes.ask.to()} noValidate>
          <Hidden name="act" value={act} />
          {[...answers].map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
          <Hidden name={askedField} value={fact} />
          <Radios
            name={fact}
            label={about?.asks}
            labelIsHeading
            hint={about?.hint}
            options={
              about?.kind === 'scale'
                ? [...choices, { divider: 'or' }, { value: unsure, text: 'I do not know' }]
                : choices
            }
            error={error}
          />
          <Button>Continue</Button>
        </form>
        <Paragraph>
          {atMost === 1 ? 'This is the last question.' : `There are ${atMost} questions to go at most.`}
        </Paragraph>
      </>
    ),
  }
}
