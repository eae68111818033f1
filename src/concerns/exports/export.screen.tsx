import { fieldAt, isChoice, mostNamed } from '../../exports/index.ts'
import { inDays, inFull } from '../../kit/clock.ts'
import { emptyForm, maybeLine, maybeText, tidy } from '../../kit/forms/index.ts'
import { type Permitted, refuse } from '../../kit/proof.ts'
import type { Ground, LogKeys } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import {
  ButtonLink,
  Details,
  Heading,
  Inset,
  Link,
  Paragraph,
  Subheading,
  SummaryList,
  Warning,
} from '../../ui/index.ts'
import { SayWhy } from '../casework/open.screen.tsx'
import { work } from '../casework/routes.ts'
import { type Answered, seeAnswers } from '../files/answers.ts'
import { type ExportHere, exportOfMine } from './access.ts'
import type { ToldBody } from './body.ts'
import { documentField } from './documents.ts'
import { bodyHere, pdfForms, signerOf } from './fetch.ts'
import { type Looked, lookThrough } from './load.ts'
import { makeExport } from './make.ts'
import { NamesToDecide } from './names.tsx'
import { DocumentsInIt } from './papers.tsx'
import { taking } from './routes.ts'
import { mostDocuments, purposes } from './rules.ts'
import { closedFor } from './why.ts'

const fields = {
  ...Object.fromEntries(
    Array.from({ length: mostNamed }, (_, at) => [
      fieldAt(at),
      maybeLine({ max: 40, called: 'What leaves' }),
    ]),
  ),
  ...Object.fromEntries(
    Array.from({ length: mostDocuments }, (_, at) => [
      documentField(at),
      maybeLine({ max: 40, called: 'Whether it leaves' }),
    ]),
  ),
  list: maybeLine({ max: 100, called: 'The list' }),
  others: maybeText({ max: 2000, called: 'Other names' }),
}

type Here = Permitted<'have-concern-export', ExportHere>
interface Shown {
  readonly here: Here
  readonly looked: Looked | undefined
  /** What was made of it, while it is here. */
  readonly body: ToldBody | undefined
  readonly closed: Awaited<ReturnType<typeof closedFor>>
  /** By which the file is checked: to be told in another way than the file. */
  readonly vkey: string
  readonly sent: readonly Answered[]
}

/** One export of what is told of a child: first its names, then its files, and what became of it elsewhere. */
export const exportPage = (ground: Ground, keys: LogKeys) =>
  screen({
    address: taking.export,
    fields,
    loadOnRecord: async (writer, at): Promise<Shown | undefined> => {
      const here = await exportOfMine(writer, at.taking)
      if (!here) return undefined
      const { made_at, there, expires_at } = here.row
      const isHere = !made_at || (there && expires_at !== null && expires_at > writer.now)
      const closed = isHere ? await closedFor(writer, here) : undefined
      const looked = made_at || closed ? undefined : await lookThrough(writer, here)
      if (!made_at && !closed && looked === undefined) return undefined
      const body = made_at && !closed ? await bodyHere(writer, here) : undefined
      const sent = made_at ? await seeAnswers(writer, here) : []
      const { vkey } = await signerOf(ground, keys, writer.actor.agencyId)
      return {
        ...{ here, vkey, sent, closed },
        looked: looked === 'locked' ? undefined : looked,
        body: body === 'locked' ? undefined : body,
      }
    },
    show: ({ thing, form, refusedFor }) => ({
      title: 'Export of what is told of a child',
      back: {
        href: work.child.to({ person: thing.here.row.child_id }),
        text: 'All that is told of one child',
      },
      body: (
        <>
          <p class="govuk-caption-l">{thing.here.child}</p>
          <Heading>Export of what is told of a child</Heading>
          {thing.closed === 'say-why' ? (
            <AskWhy {...thing} others={form.typed.others} />
          ) : thing.closed ? (
            <UnlockFirst next={taking.export.to({ taking: thing.here.row.id })} typed={form.typed.others} />
          ) : thing.looked ? (
            <NamesToDecide
              looked={thing.looked}
              // What was decided for one place of the list may not be for whoever stands there now.
              typed={refusedFor === 'changed' ? { others: form.typed.others } : form.typed}
              error={form.errors.others}
              undecided={refusedFor === 'undecided'}
            />
          ) : thing.body ? (
            <Made {...thing} body={thing.body} />
          ) : (
            <Warning>
              What was in it has been deleted here, as its week is over. That it was asked for and made stays
              on the record. Ask for another if it is still needed.
            </Warning>
          )}
          <Sent sent={thing.sent} />
          <SummaryList
            rows={[
              { key: 'For', value: purposes[thing.here.row.for_whom] },
              { key: 'Asked', value: inFull(thing.here.row.asked_at) },
              ...(thing.looked
                ? [{ key: 'Why', value: <span class="ly-lines">{thing.looked.reason}</span> }]
                : []),
            ]}
          />
        </>
      ),
    }),
    submit: async (writer, { here, looked, closed }, values) => {
      if (!looked) return refuse(closed === 'say-why' ? 'say-why' : 'locked')
      const typed: Readonly<Record<string, string | undefined>> = values
      return makeExport(writer, here, {
        looked,
        list: values.list,
        chosen: field => (isChoice(typed[field]) ? typed[field] : undefined),
        fate: field => typed[field],
        others: [...new Set((values.others ?? '').split('\n').map(tidy).filter(Boolean))],
        signer: await signerOf(ground, keys, writer.actor.agencyId),
      })
    },
    done: (_, { here }) => taking.export.to({ taking: here.row.id }),
    refused: {
      locked: () => 'Your key is locked again. Unlock it, and go through the names once more.',
      'say-why': () =>
        'The day is over on which you said why you open this. Say it once more, and go through the names.',
      undecided: () =>
        'Some names are not decided yet, or whether a document leaves: each says so. What you decided is kept below.',
      changed: () =>
        'Something was written or handed in meanwhile. Go through it again: there may be another name or document.',
      'no-key': () => 'It would be sealed to your own key, and you have none any more. Make one first.',
    },
  })

/** What was typed for one list of names is for nothing else: further words that are to go are kept. */
const AskWhy = ({ here, others }: Shown & { readonly others: string | undefined }) => (
  <>
    {others && <Inset>You wrote: {others}</Inset>}
    <SayWhy to={taking.why.to({ taking: here.row.id })} form={emptyForm} />
  </>
)

const Made = ({ here: { row }, vkey, body }: Shown & { readonly body: ToldBody }) => {
  const at = { taking: row.id }
  const form = (name: string) => taking.file.to({ ...at, form: name })
  return (
    <>
      <Paragraph>
        It is made: {row.entries === 1 ? 'one entry' : `${row.entries} entries`} of the record,{' '}
        {row.replaced === 1 ? 'the name of one person' : `the names of ${row.replaced} people`} replaced. You
        can fetch it until {row.expires_at && inDays(row.expires_at)}, while your key is unlocked; each time
        is on the record.
      </Paragraph>
      <div class="ly-acts">
        {pdfForms(row.entries ?? 1).map((name, part, { length }) => (
          <ButtonLink key={name} href={form(name)}>
            {length === 1 ? 'To read (PDF)' : `To read (PDF), part ${part + 1} of ${length}`}
          </ButtonLink>
        ))}
        <ButtonLink href={form('json')} kind="secondary">
          To check (JSON)
        </ButtonLink>
      </div>
      <DocumentsInIt all={body.documents ?? []} organisation={body.organisation} to={form} />
      <Paragraph>
        Read the PDF first. Hand it over in person or as they ask, never by ordinary email.
      </Paragraph>
      {row.for_whom === 'organisation' && (
        <Paragraph>
          <Link href={taking.send.to(at)}>Send it to an organisation that is here too</Link>. To one elsewhere
          you hand both files.
        </Paragraph>
      )}
      <Details summary="How they check it">
        <Paragraph>
          Anybody who has a Lanyard checks the JSON file with <code>bin/export-verify</code> and this key.
          Tell them the key in another way than the file, for example by telephone:
        </Paragraph>
        <p class="govuk-body">
          <code class="ly-lines">{vkey}</code>
        </p>
        <Paragraph>
          Nothing in it says how many other concerns there are. What it proves, and what not, stands in
          docs/exports.md.
        </Paragraph>
      </Details>
    </>
  )
}

const Sent = ({ sent }: Pick<Shown, 'sent'>) =>
  sent.length === 0 ? null : (
    <>
      <Subheading>Where it was sent</Subheading>
      <ul class="ly-list">
        {sent.map(one => (
          <li key={one.id}>
            {one.to_name}
            <span class="ly-list__aside">
              Sent {inFull(one.sent_at)}.{' '}
              {one.answered_at
                ? `${one.answer === 'accepted' ? 'Accepted' : 'Refused'} at ${inFull(one.answered_at)} by ${one.by_name}.`
                : 'Not answered yet.'}
              {one.answer === 'refused' &&
                (one.words ? ` Why: ${one.words}` : ' Unlock your key to read why.')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
