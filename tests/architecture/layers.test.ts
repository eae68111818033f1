import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve('src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map(name => name.replaceAll('\\', '/'))

/** What may import what: each room, and the rooms whose doors it may knock at. A room not named here may be in no import. */
const doors: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  // For what a text in our markup means: said once, and drawn here.
  ui: ['kit'],
  guidance: [],
  screening: ['guidance'],
  clauses: ['guidance'],
  routing: ['guidance'],
  records: ['kit', 'guidance'],
  screens: ['kit', 'records'],
  duties: ['kit', 'records', 'screens'],
  people: ['kit', 'records', 'screens', 'ui', 'guidance', 'screening', 'duties'],
  'follow-up': ['kit', 'records', 'screens', 'ui', 'people', 'duties'],
  receipts: ['kit', 'records', 'screens', 'ui'],
  'own-rules': ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'guidance'],
  // Tried on messages that app.ts passes in: it knows no conversation.
  tuning: ['kit', 'records', 'screens', 'ui', 'people', 'guidance', 'screening'],
  policies: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'receipts', 'guidance', 'clauses'],
  drafting: [
    'kit',
    'records',
    'screens',
    'ui',
    'duties',
    'people',
    'guidance',
    'clauses',
    'own-rules',
    'policies',
  ],
  agreements: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'guidance'],
  // Which rows a kind has, src/kept.ts gives it: it knows no room above it.
  retention: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'guidance'],
  messages: [
    'kit',
    'records',
    'screens',
    'ui',
    'agreements',
    'duties',
    'people',
    'screening',
    'guidance',
    'own-rules',
    'tuning',
    'retention',
  ],
  notices: [
    'kit',
    'records',
    'screens',
    'ui',
    'duties',
    'people',
    'agreements',
    'messages',
    // For the day on which contact is agreed to.
    'guidance',
    // For what a stopped notice was found to give.
    'screening',
    'retention',
  ],
  // A delivery to a child is made only over a channel that is agreed to.
  channels: ['kit', 'records', 'screens', 'ui', 'agreements', 'duties', 'people', 'messages', 'retention'],
  texts: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'messages', 'channels'],
  approaches: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'messages', 'guidance', 'retention'],
  // A call with a child is marked where nobody has agreed to calls.
  calls: [
    'kit',
    'records',
    'screens',
    'ui',
    'agreements',
    'duties',
    'people',
    'messages',
    'guidance',
    'retention',
  ],
  sealing: ['kit', 'records', 'screens', 'ui', 'duties', 'people'],
  // Everything in it is in a vault, which no other room reads.
  // What is told of a child leaves as what is kept does, in the same words; how long one is kept stands in the one table of kinds.
  concerns: [
    'kit',
    'records',
    'screens',
    'ui',
    'duties',
    'people',
    'sealing',
    'routing',
    'exports',
    // How long one is kept stands in the one table of kinds.
    'retention',
    // What was said with one child stands beside what was told of them, to whoever may read both.
    'messages',
    'calls',
    'approaches',
  ],
  reviews: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'messages', 'guidance', 'retention'],
  // Reads what it gives from the record itself, and asks the doors only who may.
  exports: ['kit', 'records', 'screens', 'ui', 'people', 'messages', 'calls'],
  library: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'policies', 'ask', 'guidance'],
  ask: ['kit', 'records', 'screens', 'ui', 'policies', 'messages', 'receipts', 'guidance', 'own-rules'],
  // A poster names the version of the acceptable use policy that is in force; children read it, so its words are screened.
  posters: ['kit', 'records', 'screens', 'ui', 'duties', 'people', 'policies', 'guidance', 'screening'],
  induction: [
    'kit',
    'records',
    'screens',
    'ui',
    'duties',
    'people',
    'policies',
    'own-rules',
    'library',
    // Its end is a receipt.
    'receipts',
    'guidance',
  ],
  welcome: ['records', 'screens', 'ui', 'duties', 'people', 'policies', 'messages', 'ask'],
  // May come to ask any door for figures; nothing imports it.
  board: [
    'kit',
    'records',
    'screens',
    'ui',
    'duties',
    'people',
    'policies',
    'own-rules',
    'tuning',
    'retention',
    'drafting',
    'induction',
    'concerns',
  ],
  demo: ['kit', 'records', 'agreements', 'people', 'policies', 'drafting', 'clauses', 'guidance'],
}

/** What every capability stands on: ARCHITECTURE.md says it once for all of them. */
const floor = ['kit', 'ui', 'records', 'screens']

interface Import {
  readonly from: string
  readonly to: string
}

const imports: readonly Import[] = files.flatMap(from => {
  const text = readFileSync(join(src, from), 'utf8')
  return [...text.matchAll(/(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'/g)].map(([, path = '']) => ({
    from,
    to: relative(src, resolve(src, dirname(from), path)).replaceAll('\\', '/'),
  }))
})

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : 'the app')

test('every room imports only where it may, and only by the door', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)]
    if (room === other || room === 'the app') return false
    const allowed = doors[room]?.includes(other) ?? false
    const byDoor = other === 'kit' || /^[^/]+\/index\.tsx?$/.test(to)
    return !allowed || !byDoor
  })
  expect(
    wrong.map(
      ({ from, to }) =>
        `${from} imports ${to}. Import what you need from the other room’s index.ts, along an arrow of the table in this test; or move what both need to a room below.`,
    ),
  ).toEqual([])
})

test('the table of rooms says no more than the rooms do', () => {
  const gone = new Set(imports.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`))
  const idle = Object.entries(doors).flatMap(([room, others]) =>
    others.map(other => `${room} → ${other}`).filter(arrow => !gone.has(arrow)),
  )
  expect(idle.map(arrow => `${arrow}: nothing goes along it. Take it out of the table.`)).toEqual([])
})

test('ARCHITECTURE.md shows every room with the doors of this table', () => {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(
    /^\| `([a-z-]+)\/` \| .+ \| ([a-z, -]+) \|$/gm,
  )
  const shown = Object.fromEntries(
    [...rows].map(([, room = '', at = '']) => [room, at.split(', ').toSorted()]),
  )
  const above = Object.keys(doors).indexOf('screens')
  const ours = Object.entries(doors).map(([room, others], at) => {
    const said = at > above ? others.filter(other => !floor.includes(other)) : others
    return [room, said.length > 0 ? said.toSorted() : ['nobody']]
  })
  expect(shown).toEqual(Object.fromEntries(ours))
})

test('the table of rooms has no circle', () => {
  const visit = (room: string, path: readonly string[]): void => {
    if (path.includes(room)) throw new Error(`a circle: ${[...path, room].join(' → ')}`)
    for (const next of doors[room] ?? []) visit(next, [...path, room])
  }
  for (const room of Object.keys(doors)) visit(room, [])
})

test('no file imports in a circle within its room either', () => {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open')
      return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    state.set(file, 'open')
    for (const other of next.get(file) ?? []) visit(other, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  // A type may point back at the file that serves it; what runs may not.
  expect(circles).toEqual([])
})

/** Every file's text, read once: a hundred tables are looked for in each. */
const texts = new Map(files.map(file => [file, readFileSync(join(src, file), 'utf8')]))
const only = (what: RegExp, where: RegExp, told: string) =>
  files.filter(file => !where.test(file) && what.test(texts.get(file) ?? '')).map(file => `${file}: ${told}`)

test('proof types are made only where the check is', () => {
  expect(
    only(
      /\bpermit\(/,
      /(^|\/)access\.ts$|^kit\/proof\.ts$/,
      'permit() is for access.ts files. Ask one of them for the thing.',
    ),
  ).toEqual([])
  expect(
    only(/\brecorded\(/, /^records\/record(ed)?\.ts$/, 'only record() says that something was recorded.'),
  ).toEqual([])
})

test('what is changed without an entry is changed in these files alone', () => {
  // Sessions and codes, mails and their secrets, forms kept for later, progress, the demo's invitations, the log itself.
  const may =
    /^records\/|^demo\/ensure\.ts$|^induction\/progress\.ts$|^channels\/(email\/note|hours)\.ts$|^exports\/progress\.ts$|^notices\/(give-notice|letters)\.ts$|^people\/(family-link\.screen\.tsx|people-jobs\.ts|kept\/kept-forms\.ts|import\/progress\.ts)$|^sealing\/sitting\.ts$/
  expect(
    only(
      /\bwithoutEntry\(/,
      may,
      'a change is made by write(), and ends in record(). See src/records/transaction.ts.',
    ),
  ).toEqual([])
  expect(
    only(
      /\breadOnRecord\(/,
      /^records\/|^screens\/answer-screen\.ts$|^messages\/live\.ts$/,
      'a screen says loadOnRecord.',
    ),
  ).toEqual([])
})

test('a capability’s tables are named in its own folder only', () => {
  const owners: Readonly<Record<string, string>> = {
    policy: 'policies',
    policy_version: 'policies',
    signature: 'policies',
    understanding: 'policies',
    policy_approval: 'policies',
    policy_draft: 'drafting',
    policy_draft_revision: 'drafting',
    policy_draft_step: 'drafting',
    signing_sheet: 'policies',
    signing_sheet_answer: 'policies',
    conversation: 'messages',
    conversation_newest: 'messages',
    participant: 'messages',
    message: 'messages',
    worry: 'messages',
    worry_answer: 'messages',
    waiting_message: 'messages',
    waiting_step: 'messages',
    waiting_now: 'messages',
    message_mark: 'messages',
    message_look: 'messages',
    detail_opening: 'messages',
    words_opening: 'messages',
    delivery: 'channels',
    arrival: 'channels',
    help_answer: 'channels',
    arrival_words: 'channels',
    text_wish: 'texts',
    text_trouble: 'texts',
    reply_address: 'channels',
    phone_call: 'calls',
    phone_call_answer: 'calls',
    phone_call_mark: 'calls',
    number_opening: 'calls',
    note_check: 'library',
    induction_walk: 'induction',
    induction_pass: 'induction',
    induction_try: 'induction',
    induction_renewal: 'induction',
    tuning: 'tuning',
    tuning_end: 'tuning',
    own_tightening: 'own-rules',
    own_tightening_end: 'own-rules',
    own_decision: 'own-rules',
    own_decision_holder: 'own-rules',
    own_decision_end: 'own-rules',
    notice_group: 'notices',
    notice_member: 'notices',
    notice: 'notices',
    notice_copy: 'notices',
    export: 'exports',
    export_made: 'exports',
    export_progress: 'exports',
    export_file: 'exports',
    approach: 'approaches',
    approach_answer: 'approaches',
    personal_link: 'approaches',
    personal_link_decision: 'approaches',
    personal_link_end: 'approaches',
    retention_rule: 'retention',
    erasing_hold: 'retention',
    erasing_hold_step: 'retention',
    erasure_batch: 'retention',
    duty: 'duties',
    role_grant: 'people',
    team_member: 'people',
    family_tie: 'people',
    work_link: 'people',
    invitation: 'people',
    family_link: 'people',
    family_session: 'people',
    people_import: 'people',
    people_import_file: 'people',
    people_import_progress: 'people',
    team: 'people',
    handover: 'people',
    away: 'people',
    adult_at_risk: 'people',
    agreement: 'agreements',
    agreement_ask: 'agreements',
    agreement_age: 'agreements',
    agreement_grace: 'agreements',
    conversation_end: 'messages',
    kept_words: 'messages',
    kept_form: 'people',
    poster_wording: 'posters',
    poster_printing: 'posters',
    organisation_fact: 'people',
    organisation_logo: 'people',
    review_share: 'reviews',
    review_draw: 'reviews',
    review: 'reviews',
    concern: 'concerns',
    concern_piece: 'concerns',
    concern_step: 'concerns',
    concern_reader: 'concerns',
    concern_subject: 'concerns',
    concern_listed: 'concerns',
    concern_link: 'concerns',
    concern_action: 'concerns',
    concern_cover: 'concerns',
    concern_document: 'concerns',
    concern_document_part: 'concerns',
    concern_document_waiting: 'concerns',
    danger_shown: 'concerns',
    concern_export: 'concerns',
    concern_export_made: 'concerns',
    concern_export_body: 'concerns',
    concern_transfer: 'concerns',
    concern_transfer_content: 'concerns',
    concern_transfer_answer: 'concerns',
    concern_file: 'concerns',
    concern_file_content: 'concerns',
    concern_file_answer: 'concerns',
    concern_file_reader: 'concerns',
    concern_switch: 'concerns',
    chain_letter: 'concerns',
    chain_letter_came: 'concerns',
    sealing_key: 'sealing',
    sealing_lock: 'sealing',
    sealing_past: 'sealing',
    sealing_sitting: 'sealing',
    recovery_key: 'sealing',
    keyholder: 'sealing',
    keyholder_pair: 'sealing',
    kept_key: 'sealing',
    recovery: 'sealing',
    recovery_half: 'sealing',
    entry: 'records',
    entry_pending: 'records',
    entry_sequenced: 'records',
    tile: 'records',
    checkpoint: 'records',
    cosignature: 'records',
  }
  const wrong = Object.entries(owners).flatMap(([table, room]) =>
    only(
      new RegExp(
        `(?:\\b(?:from|join|into|update)\\s+${table}\\b\\s+(?!import)|(?:selectFrom|insertInto|updateTable)\\('${table}')`,
      ),
      new RegExp(`^${room}/|^demo/`),
      `${table} belongs to ${room}: ask its door.`,
    ),
  )
  expect(wrong).toEqual([])
})

test('files stay small enough to be read: 250 lines, tables of rules 400', () => {
  const long = files
    .map(file => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > (/rules|statements|trace|cast/.test(file) ? 400 : 250))
  expect(
    long.map(
      ({ file, lines }) =>
        `${file} has ${lines} lines. Find the second thing in it and give it a file of its own.`,
    ),
  ).toEqual([])
})
