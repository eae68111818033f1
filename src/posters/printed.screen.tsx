import { inDays } from '../kit/clock.ts'
import { type AgencyId, type Ground, read, system } from '../records/index.ts'
import { type AnyHandler, handler } from '../screens/index.ts'
import { Heading, Inset, Link, Panel, Paragraph, Subheading } from '../ui/index.ts'
import { type Printing, printingByCode, selectPrinting } from './queries.ts'
import { routes } from './routes.ts'
import { posters, tellsByCode } from './rules.ts'
import { Said } from './said.tsx'
import { type PosterNow, posterNow, standingOf } from './words-now.ts'

/** What the code on a poster opens, for anybody: whether that printing is current, and what the poster says now. */
export const printedPage = (ground: Ground, tellAt: TellAt): AnyHandler =>
  handler(routes.printed, {
    async get({ params, page, missing, go, url, now: at }) {
      if (params.code === 'not-printed-yet')
        return page({ title: 'A code on a poster', body: <NotPrinted /> })
      const found = await findPrinted(ground, params.code, tellAt)
      if (!found) return missing()
      // Whoever is worried is not asked whether a poster is current: an old one leads them to us just as well.
      if (tellsByCode.includes(found.printing.poster) && !url.searchParams.has('current'))
        return go(found.tell)
      const standing = standingFor(found, at)
      return page({ title: standing.title, body: <Printed {...found} {...standing} />, plain: true })
    },
  })

/** Where whoever is worried about somebody tells this agency of it. */
export type TellAt = (ground: Ground, agencyId: AgencyId) => Promise<string>

async function findPrinted(ground: Ground, code: string, tellAt: TellAt) {
  if (!/^[A-Za-z0-9_-]{22}$/.test(code)) return undefined
  const whose = await printingByCode(ground.pool, code)
  if (!whose) return undefined
  const found = await read(ground, system(whose.agencyId), async reader => {
    const printing = await selectPrinting(reader.db, whose.agencyId, whose.id)
    return printing && { printing, now: await posterNow(reader, printing.poster) }
  })
  return found && { ...found, tell: await tellAt(ground, whose.agencyId) }
}

interface Standing {
  readonly title: string
  readonly words: string
  readonly current: boolean
}

function standingFor({ printing, now }: { printing: Printing; now: PosterNow }, at: Date): Standing {
  const { ended_at, superseded_at } = printing
  const { current, by } = standingOf(printing, now)
  if (ended_at && printing.ended_how)
    return {
      current: false,
      title: 'This poster is out of date',
      words: `It was ${printing.ended_how === 'replaced' ? 'replaced by a new printing' : 'to be taken down'} on ${inDays(ended_at)}. Take it down.`,
    }
  if (current)
    return {
      current,
      title: 'This poster is current',
      words: `It was printed on ${inDays(printing.printed_at)}, and says what ${now.words.organisation} says today, ${inDays(at)}.`,
    }
  return {
    current,
    title: 'This poster is out of date',
    words: `It was superseded ${superseded_at ? `on ${inDays(superseded_at)} ` : ''}by ${by}. Take it down, or tell ${now.words.organisation}.`,
  }
}

const Printed = (
  props: { readonly printing: Printing; readonly now: PosterNow; readonly tell: string } & Standing,
) => (
  <>
    {props.current ? (
      <Panel title={props.title}>{props.words}</Panel>
    ) : (
      <>
        <Heading>{props.title}</Heading>
        <Inset>{props.words}</Inset>
      </>
    )}
    <Subheading>
      {props.current ? 'What it says' : 'What it says now'}: {posters[props.printing.poster].name},{' '}
      {props.now.words.organisation}
    </Subheading>
    <Said words={props.now.words} />
    <Paragraph>
      <Link href={props.tell}>I am worried about somebody</Link>
    </Paragraph>
    <Paragraph>
      <Link href="/help">Get help now</Link>
    </Paragraph>
  </>
)

const NotPrinted = () => (
  <>
    <Heading>A code on a poster</Heading>
    <Paragraph>
      This code is of a picture of a poster and not of one that was printed. The code of a poster on a wall
      opens a page that says whether it is still current.
    </Paragraph>
    <Paragraph>
      <Link href="/help">Get help now</Link>
    </Paragraph>
  </>
)
