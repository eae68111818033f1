import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { agencies, cast } from '../../demo/index.ts'

let house: TestHouse
let grace: Person
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse()
  grace = await signedIn(house, 'grace')
  owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  expect(house.faults).toEqual([])
  await house.close()
})

type Kind = 'staff' | 'families'
const csv = (rows: readonly (readonly string[])[]) => rows.map(cells => cells.join(',')).join('\r\n')
const fileOf = (content: string | Uint8Array, name = 'people.csv') => new File([content as BlobPart], name)
const upload = (kind: Kind, content: string | Uint8Array) =>
  grace.upload(`/people/import/${kind}`, 'file', fileOf(content))

/** Uploads, and says where the preview is. */
async function uploaded(kind: Kind, content: string | Uint8Array): Promise<string> {
  const answer = await upload(kind, content)
  if (answer.status !== 303) throw new Error(wordsOf(await answer.text()).slice(0, 600))
  return answer.headers.get('location') ?? ''
}
const words = async (at: string) => wordsOf(await (await grace.get(at)).text())
const previewOf = async (kind: Kind, content: string | Uint8Array) => words(await uploaded(kind, content))

/** Confirms, and waits until the page says that it is over. */
async function imported(at: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  expect(await grace.go(at, fields)).toBe(at)
  return ended(at)
}

async function ended(at: string): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const page = await words(at)
    if (!page.includes('Your file is being imported')) return page
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('the import did not end')
}
const rowsOf = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows

const staffHead = ['Name', 'Email', 'Role', 'Manager', 'Team']

test('staff are imported in any order, with their managers, teams and invitations, and the record holds', async () => {
  const at = await uploaded(
    'staff',
    csv([
      staffHead,
      [
        'Wren Adeyemi',
        'wren@riverside-youth.example',
        'Worker',
        'otis@riverside-youth.example',
        'Evening clubs',
      ],
      [
        'Otis Bell',
        'OTIS@riverside-youth.example',
        'manager; worker',
        'carys.powell@riverside-youth.example',
        'evening CLUBS',
      ],
      ['Pia Costa', 'pia@riverside-youth.example', 'VOLUNTEER', 'wren@riverside-youth.example', ''],
    ]),
  )
  const preview = await words(at)
  expect(preview).toContain('Check before you import')
  expect(preview).toContain('Worker: 2, Volunteer: 1, Manager: 1')
  expect(preview).toContain('New teams Evening clubs')
  expect(await imported(at, { invite: 'yes' })).toContain('3 people were added')

  expect(
    await rowsOf(`select p.name, m.name as manager, t.name as team,
        array(select g.role from role_grant g where g.person_id = p.id order by g.role) as roles
      from person p left join person m on m.id = p.manager_id left join team_member s on s.person_id = p.id
      left join team t on t.id = s.team_id where p.email = any(array['wren@riverside-youth.example',
        'otis@riverside-youth.example', 'pia@riverside-youth.example']) order by p.name`),
  ).toEqual([
    { name: 'Otis Bell', manager: 'Carys Powell', team: 'Evening clubs', roles: ['manager', 'worker'] },
    { name: 'Pia Costa', manager: 'Wren Adeyemi', team: null, roles: ['volunteer'] },
    { name: 'Wren Adeyemi', manager: 'Otis Bell', team: 'Evening clubs', roles: ['worker'] },
  ])
  await house.mailbox.next('pia@riverside-youth.example', /\/invitation\//)
  const entries = await rowsOf(
    `select event, person_id, count(*)::int from entry where about_id = $1 or (event in ('person.added', 'role.granted',
       'team.made', 'team.joined') and person_id = $2) group by 1, 2 order by 1`,
    at.split('/').at(-1),
    cast.grace.id,
  )
  expect(entries.map(({ event, count }) => [event, count])).toEqual([
    ['import.confirmed', 1],
    ['import.done', 1],
    ['import.uploaded', 1],
    ['person.added', 3],
    ['role.granted', 4],
    ['team.joined', 2],
    ['team.made', 1],
  ])
  expect(await rowsOf('select 1 from people_import_file')).toEqual([])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
})

test('everything wrong with a staff file is said, by row and column, and nobody is added', async () => {
  const at = await uploaded(
    'staff',
    csv([
      [...staffHead, 'Payroll'],
      ['Jo Nash', 'jo@', 'Worker', '', '', '17'],
      ['', 'kit@riverside-youth.example', 'Wizard', 'someone@riverside-youth.example', '', '18'],
      ['Lou Marsh', 'lou@riverside-youth.example', 'Worker', 'max@riverside-youth.example', '', ''],
      ['', '', '', '', '', ''],
      ['Max Reed', 'max@riverside-youth.example', 'Manager', 'lou@riverside-youth.example', '', ''],
      ['Nia Shaw', 'lou@riverside-youth.example', 'Worker', '', '', ''],
      ['Amira Haddad', 'amira.haddad@riverside-youth.example', 'Admin', '', '', ''],
      ['Ola Finch', 'ola@riverside-youth.example', 'Worker', 'ola@riverside-youth.example', '', ''],
      ['Ben Okafor', 'ben.two@riverside-youth.example', 'Worker', '', '', ''],
      ['Robin Example', 'robin@example.org', 'Worker', '', '', ''],
    ]),
  )
  const page = await words(at)
  expect(page).toContain('This file cannot be imported yet')
  expect(page).toContain('Columns left out Payroll')
  for (const sentence of [
    "Row 2, Email: 'jo@' is not an email address. Give one like name@example.org.",
    'Row 3, Name: it is empty. Give their first name and last name.',
    "Row 3, Role: 'Wizard' is not a role here. Give one of these: Worker, Volunteer, Manager, Senior manager, Designated person, Deputy designated person, Administrator.",
    "Row 3, Manager: 'someone@riverside-youth.example' is nobody here and nobody in this file.",
    "Row 4, Manager: 'max@riverside-youth.example' answers, in the end, to this person: lou@riverside-youth.example → max@riverside-youth.example → lou@riverside-youth.example.",
    "Row 6, Manager: 'lou@riverside-youth.example' answers, in the end, to this person",
    "Row 7, Email: 'lou@riverside-youth.example' stands in row 4 too.",
    "Row 8, Email: 'amira.haddad@riverside-youth.example' is Amira Haddad, who is here already. Take the row out.",
    "Row 8, Role: 'Admin' is not a role here.",
    "Row 9, Manager: 'ola@riverside-youth.example' is their own address.",
    'Row 10, Name: somebody called Ben Okafor is here already, with another email address.',
    "Row 11, Email: 'robin@example.org' is an example, and nobody’s address.",
  ])
    expect(page).toContain(sentence)
  const confirmed = await grace.post(at, {})
  expect(confirmed.status).toBe(409)
  expect(wordsOf(await confirmed.text())).toContain('Nothing was imported, because something in the file')
  expect(await rowsOf(`select 1 from person where email = 'max@riverside-youth.example'`)).toEqual([])

  const problems = await grace.get(`${at}/problems`)
  expect(problems.headers.get('content-type')).toContain('text/csv')
  expect(await problems.text()).toContain(`"2","Email","'jo@' is not an email address.`)
})

const familyHead = [
  'Child’s name',
  'D.O.B.',
  'Parent 1 name',
  'Parent 1 email',
  'Parent 1 phone',
  'Parent 1 relationship',
  'Parent 2 name',
  'Parent 2 email',
  'Key worker',
  'Activity',
]
const ama = ['Ama Boateng', 'ama@family.example', '+44 7700 900222', 'Mother']
const amira = 'amira.haddad@riverside-youth.example'

test('children come with their parents, each once, and with who works with them', async () => {
  const at = await uploaded(
    'families',
    csv([
      familyHead,
      ['Kwame Boateng', '31/3/2013', ...ama, 'Yaw Boateng', 'yaw@family.example', amira, 'Drama'],
      ['Esi Boateng', '2 June 2015', ...ama, '', '', '', ''],
      ['Dana Taylor', '2016-01-30', 'Sam Taylor', 'sam.taylor@family.example', '', '', '', '', amira, ''],
    ]),
  )
  const preview = await words(at)
  expect(preview).toContain('Parents and carers 3, of whom 1 are here already')
  expect(preview).toContain('31 March 2013')
  expect(preview).toContain(
    'Row 4: Sam Taylor is here already, and becomes this child’s parent or carer too.',
  )
  expect(await imported(at)).toContain('5 people were added')
  expect(
    await rowsOf(`select c.name as child, c.born_on::text, p.name as parent, p.phone, t.relationship from family_tie t
      join person c on c.id = t.child_id join person p on p.id = t.parent_id
      where c.name in ('Kwame Boateng', 'Esi Boateng', 'Dana Taylor') order by 1, 3`),
  ).toEqual([
    {
      child: 'Dana Taylor',
      born_on: '2016-01-30',
      parent: 'Sam Taylor',
      phone: '07700 900123',
      relationship: 'Parent',
    },
    {
      child: 'Esi Boateng',
      born_on: '2015-06-02',
      parent: 'Ama Boateng',
      phone: '+44 7700 900222',
      relationship: 'Mother',
    },
    {
      child: 'Kwame Boateng',
      born_on: '2013-03-31',
      parent: 'Ama Boateng',
      phone: '+44 7700 900222',
      relationship: 'Mother',
    },
    {
      child: 'Kwame Boateng',
      born_on: '2013-03-31',
      parent: 'Yaw Boateng',
      phone: null,
      relationship: 'Parent',
    },
  ])
  const conversation = wordsOf(
    await (await (await signedIn(house, 'amira')).get('/conversations/new')).text(),
  )
  expect(conversation).toContain('Kwame Boateng')
  expect(conversation).toContain('Dana Taylor')
  expect(conversation).not.toContain('Esi Boateng')
})

test('everything wrong with a families file is said, by row and column', async () => {
  const page = await previewOf(
    'families',
    csv([
      familyHead,
      ['Jamie Taylor', '9/4/2013', 'Sam Taylor', 'sam.taylor@family.example', '', '', '', '', '', ''],
      ['Ivy Lowe', '31/02/2014', 'Art Lowe', 'art@family.example', 'ring me', '', 'Una Lowe', '', '', ''],
      ['Finn Lowe', '1/1/1980', 'Arthur Lowe', 'art@family.example', '', '', '', '', 'nobody@x.example', ''],
      [
        'Gwen Hale',
        '03/04/15',
        'Samuel Taylor',
        'sam.taylor@family.example',
        '7700900123',
        '',
        'S',
        'sam.taylor@family.example',
        '',
        '',
      ],
      ['Ned Hale', '01/05/2099', '', 'ned@family.example', '', '', '', '', '', ''],
      ['Hal Hale', '01/05/2016', 'Di Hale', 'di@family.example', '', '', '', '', '', ''],
      ['hal hale', '1 May 2016', 'Di Hale', 'di@family.example', '', '', '', '', '', ''],
    ]),
  )
  for (const sentence of [
    'Row 2, Child’s name: Jamie Taylor, born on that day, is here already. Take the row out.',
    "Row 3, Date of birth: '31/02/2014' is not a date. Give day, month and the whole year, like 31/3/2013 or 31 March 2013.",
    "Row 3, Parent 1 phone: 'ring me' is not a phone number.",
    'Row 3, Parent 2 email: it is empty. Give their own email address',
    "Row 4, Date of birth: '1/1/1980' is",
    "Row 4, Worker’s email: 'nobody@x.example' is nobody who works here.",
    "Row 4, Parent 1 email: 'art@family.example' is 'Art Lowe' in row 3, and 'Arthur Lowe' in this row.",
    "Row 5, Date of birth: '03/04/15' is not a date.",
    "Row 5, Parent 1 phone: '7700900123' has lost its first 0",
    "Row 5, Parent 1 email: 'sam.taylor@family.example' is Sam Taylor here already, and 'Samuel Taylor' in this row.",
    "Row 5, Parent 2 email: 'sam.taylor@family.example' is parent 1’s too.",
    "Row 6, Date of birth: '01/05/2099' has not come yet.",
    'Row 6, Parent 1 name: it is empty.',
    'Row 8, Child’s name: hal hale, born on that day, stands in row 7 too.',
  ])
    expect(page).toContain(sentence)
})

test.each([
  ['=HYPERLINK("http://evil.example","Click")', "starts with '='"],
  ["=cmd|' /C calc'!A0", "starts with '='"],
  ['+1+1', "starts with '+'"],
  ['-2+3', "starts with '-'"],
  ['@SUM(A1)', "starts with '@'"],
  ['\t=1+1', "starts with '='"],
  ['\r=1+1', "starts with '='"],
  ["'=1+1", "starts with '='"],
  ['＝1+1', "starts with '＝'"],
])('a name that a spreadsheet would run, %j, is refused', async (name, said) => {
  const at = await uploaded(
    'staff',
    `Name;Email;Role\n"${name.replaceAll('"', '""')}";eve@riverside-youth.example;Worker\n`,
  )
  expect(await words(at)).toContain(said)
  const line = (await (await grace.get(`${at}/problems`)).text()).split('\r\n')[1] ?? ''
  for (const cell of line.split(/",?"?|;/)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
})

test('what looks like a page or a query in a cell is words and no more', async () => {
  const page = await (
    await grace.get(
      await uploaded(
        'staff',
        csv([
          staffHead,
          [
            '<script>alert(1)</script>',
            "x'--@riverside-youth.example",
            'Worker',
            '',
            "'); drop table person;--",
          ],
        ]),
      ),
    )
  ).text()
  expect(page).toContain('&lt;script>alert(1)&lt;/script>')
  expect(page).not.toContain('<script>alert')
})

test.each([
  [
    'UTF-8 with a mark',
    Buffer.from('\ufeffName,Email,Role\r\nZoë O’Brien,zoe@riverside-youth.example,Worker\r\n'),
    'UTF-8, with commas',
  ],
  [
    'UTF-16 with tabs',
    Buffer.from('\ufeffName\tEmail\tRole\r\nZoë O’Brien\tzoe@riverside-youth.example\tWorker\r\n', 'utf16le'),
    'UTF-16, with tabs',
  ],
  [
    'UTF-16, big end first',
    Buffer.from(
      '\ufeffName;Email;Role\rZoë O’Brien;zoe@riverside-youth.example;Worker\r',
      'utf16le',
    ).swap16(),
    'UTF-16, with semicolons',
  ],
  [
    'Windows-1252',
    Buffer.from(
      'full NAME;E-Mail Address;role(s)\nZo\xeb O\x92Brien;zoe@riverside-youth.example;Worker',
      'latin1',
    ),
    'Windows-1252, with semicolons',
  ],
  [
    'first and last names apart',
    Buffer.from('Surname,First Name,Work e-mail,Role\nO’Brien,Zoë,zoe@riverside-youth.example,Worker'),
    'UTF-8, with commas',
  ],
])('a file in %s is read as it was meant', async (_, content, said) => {
  const page = await previewOf('staff', content)
  expect(page).toContain(said)
  if (said.startsWith('UTF-8') && content.includes('Surname')) expect(page).toContain('Zoë O’Brien')
  else expect(page).toContain('Zoë O’Brien zoe@riverside-youth.example')
})

test.each([
  ['nothing', '', 'Choose a CSV file that is not empty'],
  ['headings alone', 'Name,Email,Role\n', 'The file has headings and no rows'],
  ['a workbook', 'PK\u0003\u0004…', 'This is a spreadsheet’s own file, not CSV'],
  ['no heading that is known', 'a,b\n1,2\n', "There is no column called 'Name'."],
  [
    'a heading twice',
    'Name,Email,E-mail,Role\na,b,c,d\n',
    "These columns all say Email: 'Email', 'E-mail'. Keep one of them",
  ],
  [
    'an open quotation mark',
    'Name,Email,Role\n"Jo,jo@x.example,Worker\n',
    'A quotation mark that opens in row 2 is never closed',
  ],
  ['too many rows', `Name,Email,Role\n${'a,b,c\n'.repeat(10_001)}`, 'The file has more than 10,000 rows'],
])('%s is refused at once, and nothing is kept', async (_, content, said) => {
  const before = await rowsOf('select count(*)::int from people_import')
  const answer = await upload('staff', content)
  expect(answer.status).toBe(422)
  expect(wordsOf(await answer.text())).toContain(said)
  expect(await rowsOf('select count(*)::int from people_import')).toEqual(before)
})

const one = (email: string) => csv([staffHead, ['Uma Vance', email, 'Worker', '', '']])

test('an import is its uploader’s alone: nobody else of the agency, no other agency’s administrator', async () => {
  const at = await uploaded('staff', one('uma@riverside-youth.example'))
  const [kofi, idris, dev] = await Promise.all(
    (['kofi', 'idris', 'dev'] as const).map(name => signedIn(house, name)),
  )
  for (const other of [kofi, idris, dev])
    for (const path of [at, `${at}/problems`]) expect((await other?.get(path))?.status).toBe(404)
  expect((await kofi?.post(at, { invite: 'yes' }))?.status).toBe(404)
  expect((await kofi?.get('/people/import'))?.status).toBe(200)
  for (const path of ['/people/import', '/people/import/staff', '/people/import/staff/template'])
    expect((await dev?.get(path))?.status).toBe(404)
  expect((await dev?.upload('/people/import/staff', 'file', fileOf(one('x@y.example'))))?.status).toBe(404)
  expect(await rowsOf(`select state from people_import where id = $1`, at.split('/').at(-1))).toEqual([
    { state: 'uploaded' },
  ])
})

test('raw SQL as the application’s role: a file is its agency’s alone, and is never altered', async () => {
  const at = await uploaded('staff', one('uma@riverside-youth.example'))
  const app = new pg.Client({ connectionString: house.database.appUrl })
  await app.connect()
  const inAgency = async (agency: string, sql: string) => {
    await app.query('begin')
    await app.query(`select set_config('lanyard.agency', $1, true)`, [agency])
    return app.query(sql).finally(() => app.query('rollback'))
  }
  try {
    for (const table of ['people_import', 'people_import_file']) {
      const all = `select 1 from ${table}`
      expect((await inAgency(agencies.riverside.id, all)).rowCount).toBeGreaterThan(0)
      expect((await inAgency(agencies.otters.id, all)).rowCount).toBe(0)
      expect((await inAgency(agencies.board.id, all)).rowCount).toBe(0)
    }
    const alter = (sql: string) => inAgency(agencies.riverside.id, sql)
    await expect(alter(`update people_import_file set content = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(alter(`update people_import set file_hash = file_hash`)).rejects.toThrow(/permission denied/)
    await expect(alter('delete from people_import')).rejects.toThrow(/permission denied/)
    const id = at.split('/').at(-1)
    await expect(
      alter(`with gone as (delete from people_import_file) insert into people_import_file
        select agency_id, id, 'another' from people_import where id <> '${id}'`),
    ).rejects.toThrow(/not the one on the record/)
  } finally {
    await app.end()
  }
})

test('confirming twice imports once, and a newer upload takes the place of the one before', async () => {
  const first = await uploaded('staff', one('uma@riverside-youth.example'))
  const second = await uploaded('staff', one('uma@riverside-youth.example'))
  expect(await words(first)).toContain('This file has been deleted')
  expect((await grace.post(first, {})).status).toBe(409)
  await Promise.all([grace.go(second, {}), grace.go(second, {})])
  expect(await imported(second)).toContain('1 person was added')
  expect(await rowsOf(`select 1 from person where email = 'uma@riverside-youth.example'`)).toHaveLength(1)
  const again = await previewOf('staff', one('uma@riverside-youth.example'))
  expect(again).toContain('Uma Vance, who is here already')
})

/** Somebody else is changing who does what in the agency: imports wait until they let go. */
async function holdingTheAgency(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: house.database.ownerUrl })
  await client.connect()
  await client.query('begin')
  await client.query('select 1 from agency where id = $1 for no key update', [agencies.riverside.id])
  return () => client.end()
}

/** The import under way, while it waits for its agency. */
async function waitingBackend(): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const found = await rowsOf(
      `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%agency%for no key update%'
         and datname = current_database()`,
    )
    if (found[0]) return found[0].pid
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('no import is waiting')
}

test('what has changed between confirming and importing stops the whole import', async () => {
  const at = await uploaded(
    'staff',
    csv([
      staffHead,
      ['Vi Ware', 'vi@riverside-youth.example', 'Worker', '', ''],
      ['Wes York', 'wes@riverside-youth.example', 'Worker', '', ''],
    ]),
  )
  const letGo = await holdingTheAgency()
  await grace.go(at, {})
  expect(await words(at)).toContain('0 of 2 rows')
  await owner.query('update person set email = $1 where id = $2', [
    'wes@riverside-youth.example',
    cast.noor.id,
  ])
  await letGo()
  const page = await ended(at)
  expect(page).toContain('Nobody was added: by the time it was this file’s turn')
  expect(page).toContain("Row 3, Email: 'wes@riverside-youth.example' is Noor Rahman, who is here already")
  await owner.query('update person set email = $1 where id = $2', [cast.noor.email, cast.noor.id])
  expect(await rowsOf(`select 1 from person where email = 'vi@riverside-youth.example'`)).toEqual([])
})

test('an import that is cut off on its way leaves nobody behind, and is done again, once', async () => {
  const at = await uploaded('staff', one('xan@riverside-youth.example'))
  const letGo = await holdingTheAgency()
  await grace.go(at, {})
  await owner.query('select pg_terminate_backend($1)', [await waitingBackend()])
  await letGo()
  expect(await ended(at)).toContain('1 person was added')
  expect(await rowsOf(`select 1 from person where email = 'xan@riverside-youth.example'`)).toHaveLength(1)
  // The fault was told, as every fault is.
  expect(house.faults.splice(0)).toHaveLength(1)
})

test('an import that has said nothing for a minute can be started again, and is still done once', async () => {
  const at = await uploaded('staff', one('yve@riverside-youth.example'))
  const letGo = await holdingTheAgency()
  await grace.go(at, {})
  await waitingBackend()
  await owner.query(`update people_import_progress set at = now() - interval '2 minutes'`)
  expect(await words(at)).toContain('It seems to have stopped. Nobody has been added. Start it again')
  const again = grace.go(at, {})
  await letGo()
  expect(await again).toBe(at)
  expect(await ended(at)).toContain('1 person was added')
  expect(await rowsOf(`select 1 from person where email = 'yve@riverside-youth.example'`)).toHaveLength(1)
})

test('a file that nobody confirms is deleted when its day is over', async () => {
  const at = await uploaded(
    'families',
    csv([familyHead, ['Tam Ash', '1/2/2014', 'Bo Ash', 'bo@family.example', '', '', '', '', '', '']]),
  )
  const id = at.split('/').at(-1)
  expect(
    await rowsOf('select length(content) > 10 as kept from people_import_file where import_id = $1', id),
  ).toEqual([{ kept: true }])
  await owner.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'people-import-expiry'), now())`,
  )
  for (let tries = 0; tries < 500; tries++) {
    if ((await words(at)).includes('This file has been deleted')) break
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  expect(await words(at)).toContain('This file has been deleted')
  expect(await rowsOf('select 1 from people_import_file where import_id = $1', id)).toEqual([])
  expect((await grace.get(`${at}/problems`)).status).toBe(404)
})

test('the templates can be read back, and their example is nobody', async () => {
  for (const kind of ['staff', 'families'] as const) {
    const template = await grace.get(`/people/import/${kind}/template`)
    expect(template.headers.get('content-disposition')).toBe(`attachment; filename="lanyard-${kind}.csv"`)
    expect(await previewOf(kind, new Uint8Array(await template.arrayBuffer()))).toContain(
      'is an example, and nobody’s address',
    )
  }
})

test('only the upload takes a large body', async () => {
  const large = fileOf('x'.repeat(9 * 1024 * 1024))
  expect((await grace.upload('/people/import/staff', 'file', large)).status).toBe(413)
  expect((await grace.post('/people/invite', { name: 'x'.repeat(1_200_000) })).status).toBe(413)
  const fits = await upload(
    'staff',
    `Name,Email,Role\n${'x'.repeat(19_000)},a@b.example,Worker\n`.repeat(100),
  )
  expect(fits.status).toBe(303)
})
