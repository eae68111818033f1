import { note } from '../guidance/index.ts'
import { inWords } from '../kit/clock.ts'
import { text, tick } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  Heading,
  Input,
  Inset,
  List,
  Paragraph,
  Subheading,
  SummaryList,
  Textarea,
  Tick,
} from '../ui/index.ts'
import { leaveToSet } from './access.ts'
import { countDue, nextNight } from './due.ts'
import { periodsInForce } from './in-force.ts'
import { type Kept, keptOf } from './kept.ts'
import { routes } from './routes.ts'
import {
  beginning,
  countedFrom,
  countedWords,
  type KeptKind,
  keptKindAt,
  longestReason,
  monthsInWords,
} from './rules.ts'
import { isWithinLimits, setMonths } from './set-months.ts'

/** One kind: how long, why, within which limits; and what another time would erase, before it is decided. */
export const kindScreen = (all: readonly Kept[]) =>
  screen({
    address: routes.kind,
    fields: {
      says: text({ max: longestReason, called: 'Why', required: 'Say why' }),
      me: tick('Tick the box to say that you decide this'),
    },
    load: async (reader, { kind, query }) => {
      const leave = await leaveToSet(reader, kind)
      if (!leave) return undefined
      // What two people erase stands where no count is to be had: nobody learns here whether there is any.
      const kept = keptOf(all, leave.kind)
      if (!kept && !keptKindAt(leave.kind).byTwo) return undefined
      const period = (await periodsInForce(reader)).find(one => one.kind === leave.kind)
      const asked = query.get('months')
      const months = asked === null || asked.trim() === '' ? undefined : Number(asked)
      const at = nextNight(reader.now)
      const tried = months !== undefined && isWithinLimits(leave.kind, months) ? months : undefined
      const effect = tried && kept && (await countDue(reader, kept, { months: tried, at }))
      const now = period?.months ?? keptKindAt(leave.kind).months
      const asItIs = kept && (await countDue(reader, kept, { months: now, at }))
      return { leave, kind: leave.kind, period, now, asked, tried, effect, asItIs, at }
    },
    show: ({ thing, form, actor }) => {
      const { kind, period, now, tried, effect, asItIs, at } = thing
      const about = keptKindAt(kind)
      return {
        title: about.title,
        back: { href: routes.keeping.to(), text: 'How long things are kept' },
        body: (
          <>
            <p class="govuk-caption-l">How long things are kept</p>
            <Heading>{about.title}</Heading>
            <SummaryList
              rows={[
                { key: 'How long', value: monthsInWords(now) },
                { key: 'Counted from', value: beginning(countedFrom[about.from]) },
                { key: 'Why', value: period?.rule?.says ?? about.why },
                period?.rule && { key: 'Decided by', value: period.rule.set_by_name },
                { key: 'What is erased', value: beginning(about.goes) },
                { key: 'What stays', value: beginning(about.stays) },
                asItIs === undefined
                  ? {
                      key: 'Who erases it',
                      value: 'Two people who read it, after they have looked. No night does',
                    }
                  : {
                      key: inWords(at),
                      value: `${beginning(countedWords(kind, asItIs))} will be erased`,
                    },
              ]}
            />
            <Sources kind={kind} />
            <Subheading>Keep it for another time</Subheading>
            <Trying thing={thing} />
            {tried !== undefined && (
              <>
                <Inset>
                  {effect === undefined || asItIs === undefined
                    ? `Kept for ${monthsInWords(tried)}, those who read them are asked to look at each once its time is over.`
                    : `Kept for ${monthsInWords(tried)}: ${countedWords(kind, effect)} would be erased on ${inWords(at)}. As it is now: ${countedWords(kind, asItIs)}. What is erased cannot come back.`}
                </Inset>
                {tried < about.months && (
                  <Paragraph>
                    That is shorter than Lanyard keeps it by itself. Your safeguarding board sees it, with
                    your name and why.
                  </Paragraph>
                )}
                <form method="post" noValidate>
                  <Textarea
                    name="says"
                    label="Why"
                    rows={3}
                    value={form.typed.says}
                    error={form.errors.says}
                  />
                  <Tick
                    name="me"
                    label="Your decision"
                    hint="It is on the record in your name."
                    text={`I am ${actor.name}, and I decide this for ${actor.place}`}
                    value={form.typed.me}
                    error={form.errors.me}
                  />
                  <Button once>Keep them for {monthsInWords(tried)}</Button>
                </form>
              </>
            )}
          </>
        ),
      }
    },
    submit: async (writer, { leave, tried }, { says }) =>
      tried === undefined ? refuse('limits') : setMonths(writer, leave, { months: tried, says }),
    done: () => routes.keeping.to(),
    told: kind => `It is so from the next night on: ${keptKindAt(kind).title}.`,
    refused: {
      limits: () =>
        'Nothing was changed: enter a number of months within the limits, and see first what it would erase.',
    },
  })

function Sources({ kind }: { readonly kind: KeptKind }) {
  const notes = (keptKindAt(kind).notes ?? []).map(id => note(id))
  if (notes.length === 0) return null
  return <List items={notes.map(({ title, text }) => `${title}. ${text}`)} />
}

const Trying = ({
  thing: { kind, asked, tried },
}: {
  readonly thing: {
    readonly kind: KeptKind
    readonly asked: string | null
    readonly tried: number | undefined
  }
}) => {
  const { least, most } = keptKindAt(kind)
  return (
    <form method="get" action={routes.kind.to({ kind })} noValidate>
      <Input
        name="months"
        label="How many months"
        hint={`From ${least} to ${most}. You see first what it would erase.`}
        inputmode="numeric"
        width={4}
        value={asked ?? undefined}
        error={
          asked !== null && tried === undefined
            ? `Enter a whole number of months from ${least} to ${most}`
            : undefined
        }
      />
      <Button kind="secondary">See what would change</Button>
    </form>
  )
}
