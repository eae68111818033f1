import { createHash } from 'node:crypto'
import { inDays, inFull, inTime } from '../kit/clock.ts'
import { directionOf, type Json, type Sheet, typeset } from '../kit/typst/index.ts'
import { canonical } from '../records/index.ts'
import type { Body, BodyEntry, BodyPerson, Withheld } from './body.ts'
import type { ExportFile } from './file.ts'
import { conversationOf, numberOf } from './gather.ts'
import { exportSource } from './paper.typ.ts'
import { capacities, perPdf } from './rules.ts'

/** What is printed: with its places in the log, where it has any. */
type Printed = Pick<ExportFile, 'body'> & Partial<Pick<ExportFile, 'made' | 'checkpoint'>>

/** The export as PDFs to be read by a person: as many parts as it takes, each made in a thread. */
export async function pdfsOf(file: Printed): Promise<readonly Uint8Array[]> {
  const parts = Math.max(1, Math.ceil(file.body.entries.length / perPdf))
  const made: Uint8Array[] = []
  for (let part = 0; part < parts; part++) made.push(await typeset(sheetOf(file, { part, parts })))
  return made
}

/** What an export is called: on its cover, on pages, in the name of its file. */
export const titleOf = ({ kind, about }: Pick<Body, 'kind' | 'about'>): string =>
  ({
    child: `Everything kept about ${about.name}`,
    parent: `Everything kept about ${about.name}`,
    conversation: `The conversation “${about.name}”`,
    concerns: `What was told about ${about.name}`,
  })[kind]

function sheetOf(file: Printed, { part, parts }: { part: number; parts: number }): Sheet {
  const { body } = file
  const first = part === 0
  const entries = body.entries.slice(part * perPdf, (part + 1) * perPdf)
  const subjects = new Map(body.conversations.map(({ id, about }) => [id, about]))
  const several = body.conversations.length > 1 ? subjects : undefined
  return {
    source: exportSource,
    about: {
      title: titleOf(body),
      author: body.organisation,
      date: new Date(body.asked.at),
    },
    data: {
      organisation: piece(body.organisation),
      title: piece(titleOf(body)),
      running: short(titleOf(body)),
      confidential: 'Confidential',
      part: parts > 1 ? `Part ${part + 1} of ${parts}` : 'Confidential: only for whom it was made',
      foot: `Asked for on ${inDays(new Date(body.asked.at))}`,
      facts: first ? factsOf(file) : [],
      people: first ? body.people.map(personLine) : [],
      left: first ? [...body.leftOut] : [],
      check: first ? checkOf(file) : [],
      days: daysOf(entries, several, file.made !== undefined),
    },
  }
}

const piece = (text: string): Json => ({ text: breakable(text), dir: directionOf(text) })
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
/** 45 letters without a space are no word that a line can end before. */
const breakable = (text: string): string =>
  text.replace(/\S{45,}/gu, word => (word.match(/.{1,8}/gsu) ?? []).join('\u200b'))

function factsOf({ body, made }: Printed): Json[] {
  const { asked, covers, conversations, people } = body
  const messages = conversations.reduce((sum, one) => sum + one.messages, 0)
  const count = (number: number, one: string, many: string) =>
    `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
  return [
    { words: 'Asked for by', value: piece(`${asked.by}, ${inFull(new Date(asked.at))}`) },
    ...(body.for === undefined ? [] : [{ words: 'For', value: piece(body.for) }]),
    { words: 'Why', value: piece(asked.reason) },
    {
      words: 'What is in it',
      value: piece(
        body.kind === 'concerns'
          ? count(body.entries.length, 'entry of the record', 'entries of the record')
          : `${count(body.entries.length, 'entry', 'entries')} of the record; in them ${count(messages, 'message', 'messages')} of ${count(conversations.length, 'conversation', 'conversations')}`,
      ),
    },
    {
      words: 'Names replaced',
      value: piece(
        people.some(one => one.replaced)
          ? `Those of ${count(people.filter(one => one.replaced).length, 'person', 'people')}, each shown in square brackets where it stood in words`
          : 'None',
      ),
    },
    ...(made
      ? [
          {
            words: 'How far',
            value: piece(
              `To entry ${covers.size.toLocaleString('en-GB')} of the log, signed ${inFull(new Date(covers.at))}`,
            ),
          },
          {
            words: 'That it was made',
            value: piece(`Entry ${(made.index + 1).toLocaleString('en-GB')} of the log`),
          },
        ]
      : []),
  ]
}

const personLine = ({ name, replaced, as }: BodyPerson): Json => ({
  name: piece(name),
  words: [...as.map(one => capacities[one].toLowerCase()), ...(replaced ? ['name replaced'] : [])].join('; '),
})

const checkOf = ({ body, checkpoint }: Printed): string[] =>
  checkpoint ? checkedByPlaces(body, checkpoint) : checkedByNote

const checkedByNote = [
  'This document is for reading. The file that comes with it says the same, signed with the key of the record it is from. bin/export-verify of any Lanyard checks it, without asking anybody, by that key; docs/exports.md says how.',
]

const checkedByPlaces = (body: Body, checkpoint: string): string[] => [
  'This document is for reading. The file that comes with it says the same, with a proof for each entry. bin/export-verify of any Lanyard checks that file, without asking anybody; docs/exports.md says how to write a checker of one’s own.',
  ...body.conversations.map(({ about, last, unnumbered }) =>
    last > 0
      ? `The messages of “${about}” are numbered 1 to ${last} without a gap${unnumbered > 0 ? `; ${unnumbered} are older than the numbers` : ''}.`
      : `The messages of “${about}” have no numbers: there are none, or they are older than the numbers.`,
  ),
  `The log: ${checkpoint.split('\n', 1)[0]}. Its root as it was looked through: ${body.covers.root}.`,
  'The letters and figures under each part are its entry’s place in the log, and the beginning of its hash.',
]

const withheldWords: Readonly<Record<Withheld, string>> = {
  names: 'A name in it is replaced.',
  details: 'Personal details in it are named and not shown.',
  others: 'What it says of others, and telephone numbers and addresses, are not given.',
  erased: 'Its words were erased.',
  sealed: 'The record holds it sealed: what is shown is what it said when this was made.',
}

/** What happened, by the day. */
function daysOf(
  entries: readonly BodyEntry[],
  several: ReadonlyMap<string, string> | undefined,
  places: boolean,
): Json[] {
  const days = new Map<string, Json[]>()
  for (const entry of entries) {
    const day = inDays(new Date(entry.leaf.at))
    const items = days.get(day) ?? []
    days.set(day, items)
    items.push({ ...itemOf(entry, several), ...(places ? {} : { code: '' }) })
  }
  return [...days].map(([day, items]) => ({ day, items }))
}

function itemOf(
  { leaf, index, told, withheld }: BodyEntry,
  several: ReadonlyMap<string, string> | undefined,
) {
  const number = numberOf(leaf)
  const message = leaf.event === 'message.sent'
  const subject = several?.get(conversationOf(leaf) ?? '')
  return {
    message,
    who: piece(told.who),
    what: told.what,
    time: inTime(new Date(leaf.at)),
    parts: told.parts.map(({ words, value }) => ({ words, value: piece(value) })),
    note: withheld ? withheldWords[withheld] : null,
    code: [
      ...(message && number !== undefined ? [`Message ${number}`] : []),
      ...(subject === undefined ? [] : [`in “${short(subject)}”`]),
      `entry ${(index + 1).toLocaleString('en-GB')}`,
      codeOf(leaf),
    ].join(', '),
  }
}

/** The beginning of an entry’s leaf hash: enough to find it by, in the file and in the log. */
export const codeOf = (leaf: BodyEntry['leaf']): string =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), Buffer.from(canonical(leaf))]))
    .digest('hex')
    .slice(0, 12)
