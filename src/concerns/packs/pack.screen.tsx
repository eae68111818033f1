import { fileAnswer, inForm, type Paper } from '../../kit/documents/index.ts'
import { emptyForm } from '../../kit/forms/index.ts'
import { Refused, refuse } from '../../kit/proof.ts'
import { organisationFacts } from '../../people/index.ts'
import { type Ground, type PersonActor, type Writer, write } from '../../records/index.ts'
import { type Pack, packFor, packText } from '../../routing/index.ts'
import { type AnyHandler, handler, screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { ButtonLink, Details, Heading, Link, Paragraph, SummaryList } from '../../ui/index.ts'
import { concernToRead } from '../access.ts'
import { SayWhy } from '../casework/open.screen.tsx'
import { noteOpened, openingOf } from '../casework/opening.ts'
import { work } from '../casework/routes.ts'
import { routes } from '../routes.ts'
import { readHanded } from './known.ts'

/** A pack as it was made, whoever made it; or that the key is locked. Looking at it is opening the concern. */
async function packToRead(
  writer: Writer<PersonActor>,
  at: { readonly concern: string; readonly pack: string },
) {
  const concern = await concernToRead(writer, at.concern)
  if (concern === undefined) return undefined
  if (concern === 'locked') return { locked: true } as const
  const piece = concern.pieces.find(({ id, kind }) => id === at.pack && kind === 'pack')
  if (!piece) return undefined
  if ((await openingOf(writer, concern.row)) === 'say-why') return { locked: 'say-why' } as const
  const organisation = (await organisationFacts(writer)).name
  const opened = await noteOpened(writer, concern)
  const { body, known } = readHanded(piece.words)
  const [pack, text] = [packFor(body, known), packText(body, known)]
  if (pack.kind === 'no-pack' || typeof text !== 'string') return undefined
  return { locked: false, pack, text, organisation, at: piece.written_at, opened } as const
}

/** What a body is handed: text to paste into its form, and a PDF. */
export const packScreen = screen({
  address: routes.pack,
  loadOnRecord: async (writer, at) => {
    const found = await packToRead(writer, at)
    return found && { found, concern: at.concern, pack: at.pack }
  },
  show: ({ thing: { found, ...at } }) => ({
    title: found.locked ? 'What to hand over' : found.pack.title,
    back: { href: routes.packs.to(at), text: 'What to hand over' },
    scripts: ['copy.js'],
    body:
      found.locked === 'say-why' ? (
        <SayWhy concern={at.concern} form={emptyForm} />
      ) : found.locked ? (
        <>
          <Heading>What to hand over</Heading>
          <UnlockFirst next={routes.pack.to(at)} />
        </>
      ) : (
        <>
          <Heading>{found.pack.title}</Heading>
          <Paragraph>{found.pack.how} Lanyard sends nothing to them.</Paragraph>
          <div class="ly-acts">
            <button type="button" class="govuk-button" data-copy="pack-text" hidden>
              Copy the text
            </button>
            <ButtonLink kind="secondary" href={routes.packFile.to(at)}>
              Download as PDF
            </ButtonLink>
          </div>
          <SummaryList
            rows={found.pack.lines.map(({ label, text, known }) => ({
              key: label,
              value: <span class={known ? 'ly-lines' : 'ly-list__aside'}>{text}</span>,
            }))}
          />
          <Details summary="The same as text, to paste into their form">
            <div class="govuk-body ly-lines" id="pack-text">
              {found.text}
            </div>
          </Details>
          <Paragraph>
            Once they have it,{' '}
            <Link href={work.decide.to({ concern: at.concern })}>say that you told them, and why</Link>.
          </Paragraph>
        </>
      ),
  }),
})

const paperOf = (pack: Pack, organisation: string, date: Date): Paper => ({
  organisation,
  title: pack.title,
  version: 'Confidential',
  date,
  standing: pack.how,
  closing: `Left out on purpose: ${pack.leaves}`,
  language: 'en-GB',
  blocks: pack.lines.flatMap(({ label, text }) => [
    { kind: 'heading' as const, text: label },
    { kind: 'paragraph' as const, text },
  ]),
})

/** The same as a PDF, tagged, for whoever has the concern unlocked. Its name says nothing of anybody. */
export const packFilePage = (ground: Ground): AnyHandler =>
  handler(routes.packFile, {
    async get({ actor, params, missing, go }) {
      if (!actor) return missing()
      let locked = false
      const found = await write(ground, actor, async writer => {
        const read = await packToRead(writer, params)
        locked = Boolean(read?.locked)
        return read && !read.locked ? read.opened.with(read) : refuse('gone')
      })
      if (locked) return go(routes.pack.to(params))
      if (found instanceof Refused) return missing()
      const { pack, organisation, at } = found
      return fileAnswer(await inForm(paperOf(pack, organisation, at), 'pdf'), 'pdf', pack.title)
    },
  })
