import { effects, goesAbove, type Note, notesBeside, type Statement } from '../guidance/index.ts'
import { tidy } from '../kit/forms/index.ts'
import { routes as policies } from '../policies/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Link, List, Paragraph, Subheading, Tag, Warning } from '../ui/index.ts'
import { NoteInShort } from './note-card.tsx'
import { routes } from './routes.ts'
import { effectColours, kinds } from './rules.ts'
import { findInGuidance } from './search/guidance.ts'
import { urgent } from './search/meanings.ts'
import { findInPolicies, type Passage } from './search/policies.ts'
import type { Found } from './search/texts.ts'
import { SearchForm } from './search-form.tsx'
import { placeOf } from './shelf.ts'

const most = 12
const mostPassages = 4
const longest = 300

/** What the guidance and the agency's own policies say to a question in ordinary words. */
export const searchScreen = screen({
  address: routes.search,
  load: async (reader, { query }) => {
    const asked = tidy(query.get('q') ?? '').slice(0, longest)
    if (!asked) return { asked, found: [], passages: [] }
    return {
      asked,
      found: findInGuidance(asked, most),
      passages: await findInPolicies(reader, asked, mostPassages),
    }
  },
  show: ({ thing: { asked, found, passages }, actor }) => ({
    title: asked ? 'What the guidance says' : 'Search the guidance',
    back: { href: routes.home.to(), text: 'Guidance' },
    body: (
      <>
        <Heading>{asked ? 'What the guidance says' : 'Search the guidance'}</Heading>
        <SearchForm asked={asked} />
        {urgent.test(asked) && (
          <Warning>
            If a child is in danger now, call 999. Otherwise see{' '}
            <Link href={routes.reporting.to()}>what to do if you are worried</Link>.
          </Warning>
        )}
        {asked && found.length === 0 && passages.length === 0 && <Nothing />}
        {passages.length > 0 && (
          <>
            <Subheading>In the policies of {actor.place}</Subheading>
            <Passages passages={passages} />
          </>
        )}
        {found.length > 0 && (
          <>
            <Subheading>In the guidance</Subheading>
            <ul class="ly-sayings">
              {found.map((one, at) => (
                <Result key={at} found={one} />
              ))}
            </ul>
          </>
        )}
      </>
    ),
  }),
})

const Nothing = () => (
  <>
    <Subheading>Nothing was found</Subheading>
    <Paragraph>Try other words, fewer of them, or look here:</Paragraph>
    <List
      items={[
        <Link href={routes.general.to()} key="general">
          What to do and what not to do
        </Link>,
        <Link href={routes.reporting.to()} key="reporting">
          If you are worried
        </Link>,
      ]}
    />
    <Paragraph>If you are still not sure, ask your manager before you act.</Paragraph>
  </>
)

const Passages = ({ passages }: { passages: readonly Passage[] }) => (
  <ul class="ly-sayings">
    {passages.map(({ policyId, policy, head, text }, at) => (
      <li class="ly-saying ly-saying--teal" key={at}>
        <p class="ly-saying__words">{text.length > 320 ? `${text.slice(0, 320)}…` : text}</p>
        <p class="ly-saying__about">
          <Link href={policies.policy.to({ policy: policyId })}>{policy}</Link>
          {head && `: ${head}`}
        </p>
      </li>
    ))}
  </ul>
)

function Result({ found }: { found: Found }) {
  if (found.kind === 'statement') return <StatementResult statement={found.statement} />
  if (found.kind === 'note') return <NoteResult note={found.note} />
  return (
    <li class="ly-saying ly-saying--grey">
      <p class="ly-saying__words">
        <Link href={found.href}>{found.title}</Link>
      </p>
      <p class="ly-saying__about">{found.text}</p>
    </li>
  )
}

const NoteResult = ({ note }: { note: Note }) => (
  <li class={`ly-saying ly-saying--${effectColours[note.effect]}`}>
    <p class="ly-saying__words">
      <strong>{note.title}.</strong> {note.text}
    </p>
    <p class="ly-saying__about">
      <Tag colour={effectColours[note.effect]}>{effects[note.effect].word}</Tag>{' '}
      {note.where && `${note.where} · `}
      <Link href={`${routes.topic.to({ topic: note.topic })}#${note.id}`}>
        Its sources<span class="govuk-visually-hidden">: {note.title}</span>
      </Link>
    </p>
  </li>
)

const StatementResult = ({ statement }: { statement: Statement }) => (
  <li class={`ly-saying ly-saying--${kinds[statement.kind].edge}`}>
    {notesBeside(statement.id)
      .filter(goesAbove)
      .map(one => (
        <NoteInShort key={one.id} note={one} />
      ))}
    <p class="ly-saying__words">{statement.says}</p>
    <p class="ly-saying__about">
      {kinds[statement.kind].head} · <Link href={placeOf(statement).href}>{placeOf(statement).text}</Link> ·{' '}
      <Link href={routes.statement.to({ statement: statement.id })}>{statement.id}</Link>
    </p>
  </li>
)
