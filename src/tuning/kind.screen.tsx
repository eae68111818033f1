import { statement } from '../guidance/index.ts'
import { screeningRules } from '../screening/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  Heading,
  Hidden,
  Input,
  List,
  Paragraph,
  Radios,
  Subheading,
  SummaryList,
} from '../ui/index.ts'
import { leaveToSee } from './access.ts'
import { tuningInForce } from './in-force.ts'
import { routes } from './routes.ts'
import {
  comesByDefault,
  comesWords,
  isKind,
  type KindId,
  kindAt,
  kinds,
  mayTune,
  type WrittenBy,
  within,
  writers,
} from './rules.ts'
import { comesNow, type Tuning } from './tuned.ts'
import { allComesWords, firmWords } from './words.tsx'

/** One kind of thing that the screening looks for: what comes of it, why, and what may be changed of it. */
export const kindScreen = screen({
  address: routes.kind,
  load: async (reader, { kind }) => {
    const [leave, tuning] = await Promise.all([leaveToSee(reader), tuningInForce(reader)])
    return leave && isKind(kind) ? { kind, tuning } : undefined
  },
  show: ({ thing: { kind, tuning }, actor, query }) => ({
    title: kinds[kind].says,
    back: { href: routes.screening.to(), text: 'What the screening looks for' },
    body: (
      <>
        <p class="govuk-caption-l">What the screening looks for</p>
        <Heading>{kinds[kind].says}</Heading>
        <SummaryList
          rows={[
            { key: writers.worker, value: allComesWords(comesNow(kind, 'worker', tuning)) },
            { key: writers.family, value: allComesWords(comesNow(kind, 'family', tuning)) },
            { key: 'The guidance says', value: <Cited kind={kind} /> },
          ]}
        />
        <Paragraph>
          Whatever you choose below, you see first what it would have done to the last 1,000 messages.
          {mayTune.some(role => actor.roles.includes(role))
            ? ' Nothing changes until you confirm it.'
            : ' A designated person or a senior manager decides.'}
        </Paragraph>
        <Moving kind={kind} by="worker" tuning={tuning} />
        <Moving kind={kind} by="family" tuning={tuning} />
        {kindAt(kind).phrases && <Phrase kind={kind} typed={query.get('phrase')} />}
        {kind === 'own-details' && <Name typed={query.get('name')} />}
      </>
    ),
  }),
})

const Cited = ({ kind }: { readonly kind: KindId }) => {
  const { category, phrases, only } = kindAt(kind)
  const rule = phrases ?? only?.[0]
  const cites = rule ? screeningRules[rule].cites : []
  return (
    <List
      key={category}
      items={cites.map(id => (
        <>
          {statement(id).says} <span class="ly-cite">{id}</span>
        </>
      ))}
    />
  )
}

interface About {
  readonly kind: KindId
  readonly by: WrittenBy
  readonly tuning: Tuning
}

function Moving({ kind, by, tuning }: About) {
  const firm = firmWords(kind, by)
  const heading = by === 'worker' ? 'What comes of a worker’s message' : 'What comes of a family’s message'
  if (firm)
    return (
      <>
        <Subheading>{heading}</Subheading>
        <Paragraph>{firm}</Paragraph>
      </>
    )
  const now = comesNow(kind, by, tuning)
  const byDefault = comesByDefault(kind, by)
  return (
    <>
      <Subheading>{heading}</Subheading>
      <form method="get" action={routes.try.to()} noValidate>
        <Hidden name="kind" value={kind} />
        <Hidden name="by" value={by} />
        <Radios
          name="to"
          id={`to-${by}`}
          label="What is to come of it"
          options={within(kind, by).map(comes => ({
            value: comes,
            text: comesWords[comes],
            hint: [
              now.includes(comes) && 'As it is now.',
              byDefault.includes(comes) && 'As it is where nobody has changed it.',
            ]
              .filter(Boolean)
              .join(' '),
          }))}
          value={now.length === 1 ? now[0] : undefined}
        />
        <Button kind="secondary">See what would change</Button>
      </form>
    </>
  )
}

const Phrase = ({ kind, typed }: { readonly kind: KindId; readonly typed: string | null }) => (
  <>
    <Subheading>A phrase of our own</Subheading>
    <form method="get" action={routes.try.to()} noValidate>
      <Hidden name="kind" value={kind} />
      <Input
        name="phrase"
        label="The words to look for"
        hint="Exactly these words, in capitals or not, and spelt in disguise too: “the old barn”. A worker who writes them is at the least asked about it."
        value={typed ?? ''}
      />
      <Button kind="secondary">See what would change</Button>
    </form>
  </>
)

const Name = ({ typed }: { readonly typed: string | null }) => (
  <>
    <Subheading>A name that may be given</Subheading>
    <form method="get" action={routes.try.to()} noValidate>
      <Input
        name="name"
        label="A number, email address, site or account that is the organisation’s"
        hint="Like 020 7946 0200, trips@example.org, www.example.org, or @our_page for an account"
        value={typed ?? ''}
      />
      <Button kind="secondary">See what would change</Button>
    </form>
  </>
)
