/** What is brought in from a file: the people who work here, or the children with their parents and carers. */
export const importKinds = ['staff', 'families'] as const
export type ImportKind = (typeof importKinds)[number]

export const importKindFrom = (text: string): ImportKind | undefined =>
  importKinds.find(kind => kind === text)

/** The most rows a file may have, and bytes: room for that many long rows in UTF-16, twice over. */
export const mostRows = 10_000
export const largestUpload = 8 * 1024 * 1024

export const kindWords: Readonly<Record<ImportKind, { readonly title: string; readonly people: string }>> = {
  staff: { title: 'Import staff', people: 'staff and volunteers' },
  families: { title: 'Import children and families', people: 'children, parents and carers' },
}

/** One column that a file may have. `also` are other headings it goes by, in small letters without spaces or marks. */
export interface ColumnRule {
  readonly called: string
  readonly needed?: true
  readonly also: readonly string[]
  /** Headings of columns that together say the same, such as first name and last name. */
  readonly parts?: readonly (readonly string[])[]
  /** What may stand in it, in words, and one example of it in the template. */
  readonly holds: string
  readonly example: string
}

const firstNames = ['firstname', 'forename', 'givenname', 'firstnames', 'forenames']
const lastNames = ['lastname', 'surname', 'familyname']
const someones = (whose: readonly string[], names: readonly string[]) =>
  whose.flatMap(who => names.map(name => `${who}${name}`))

const children = ['child', 'childs', 'pupil', 'pupils', 'student', 'students', 'youngperson', 'youngpersons']

export const staffColumns = {
  name: {
    called: 'Name',
    needed: true,
    also: ['fullname', 'staffname', 'theirname', 'nameofperson', 'person'],
    parts: [firstNames, lastNames],
    holds: 'First name and last name',
    example: 'Robin Example',
  },
  email: {
    called: 'Email',
    needed: true,
    also: ['emailaddress', 'workemail', 'workemailaddress', 'mail', 'eaddress'],
    holds: 'Work email address: a different one for each person',
    example: 'robin@example.org',
  },
  phone: {
    called: 'Phone',
    also: ['phonenumber', 'telephone', 'telephonenumber', 'tel', 'mobile', 'mobilenumber', 'workphone'],
    holds: 'Work phone number. May be left empty',
    example: '020 7946 0123',
  },
  role: {
    called: 'Role',
    needed: true,
    also: ['roles', 'whattheydohere', 'whattheydo', 'jobrole', 'lanyardrole'],
    holds: 'One of the roles below, or several with a semicolon between them',
    example: 'Worker',
  },
  manager: {
    called: 'Manager',
    also: [
      'manageremail',
      'managersemail',
      'linemanager',
      'linemanageremail',
      'linemanagersemail',
      'answersto',
      'reportsto',
    ],
    holds:
      'Email address of the person they answer to, who is here already or is in the same file. Empty for nobody',
    example: '',
  },
  team: {
    called: 'Team',
    also: ['teamname', 'department', 'group', 'section'],
    holds: 'Name of their team. May be left empty. A team that is not here yet is made',
    example: 'Evening clubs',
  },
} as const satisfies Record<string, ColumnRule>

const parent = (number: 1 | 2, about: { needed: boolean }) => {
  const who = ['parent', 'carer', 'parentcarer', 'parentorcarer', 'guardian', 'contact'].flatMap(word => [
    `${word}${number}`,
    `${word}${number}s`,
    ...(number === 1 ? [word, `${word}s`] : [`second${word}`, `second${word}s`]),
  ])
  const needed = about.needed ? ({ needed: true } as const) : {}
  return {
    name: {
      called: `Parent ${number} name`,
      ...needed,
      also: [...who, ...someones(who, ['name', 'fullname'])],
      parts: [someones(who, firstNames), someones(who, lastNames)],
      holds: number === 1 ? 'A parent’s or carer’s name' : 'As for parent 1. Empty when there is no other',
      example: number === 1 ? 'Alex Example' : '',
    },
    email: {
      called: `Parent ${number} email`,
      ...needed,
      also: someones(who, ['email', 'emailaddress', 'mail']),
      holds: 'Their own email address. The same parent has the same one in every row',
      example: number === 1 ? 'alex@example.org' : '',
    },
    phone: {
      called: `Parent ${number} phone`,
      also: someones(who, ['phone', 'phonenumber', 'telephone', 'tel', 'mobile', 'mobilenumber']),
      holds: 'May be left empty',
      example: number === 1 ? '07700 900321' : '',
    },
    relationship: {
      called: `Parent ${number} relationship`,
      also: someones(who, ['relationship', 'relation', 'relationshiptochild', 'type']),
      holds: 'Who they are to the child, such as Mother or Foster carer. Empty means Parent',
      example: number === 1 ? 'Mother' : '',
    },
  } as const satisfies Record<string, ColumnRule>
}
const [first, second] = [parent(1, { needed: true }), parent(2, { needed: false })]

export const familyColumns = {
  child: {
    called: 'Child’s name',
    needed: true,
    also: [...children, ...someones(children, ['name', 'fullname']), 'name', 'fullname'],
    parts: [
      [...firstNames, ...someones(children, firstNames)],
      [...lastNames, ...someones(children, lastNames)],
    ],
    holds: 'First name and last name',
    example: 'Charlie Example',
  },
  born: {
    called: 'Date of birth',
    needed: true,
    also: ['dob', 'born', 'bornon', 'birthdate', 'birthday', ...someones(children, ['dateofbirth', 'dob'])],
    holds: 'Day, month, year: 31/3/2013, 31 March 2013 or 2013-03-31',
    example: '2013-03-31',
  },
  parent1: first.name,
  email1: first.email,
  phone1: first.phone,
  relationship1: first.relationship,
  parent2: second.name,
  email2: second.email,
  phone2: second.phone,
  relationship2: second.relationship,
  worker: {
    called: 'Worker’s email',
    also: [
      'worker',
      'workeremail',
      'keyworker',
      'keyworkeremail',
      'keyworkersemail',
      'staffemail',
      'staff',
      'workswith',
    ],
    holds: 'Email address of the person here who works with the child. May be left empty',
    example: '',
  },
  purpose: {
    called: 'What for',
    also: ['purpose', 'activity', 'work', 'service', 'reason'],
    holds: 'What they work on with the child, such as Thursday youth club',
    example: 'Thursday youth club',
  },
} as const satisfies Record<string, ColumnRule>

export const columnsOf: Readonly<Record<ImportKind, Readonly<Record<string, ColumnRule>>>> = {
  staff: staffColumns,
  families: familyColumns,
}

/** What stands where a file says nothing. */
export const usually = { relationship: 'Parent', purpose: 'Work with the child' } as const

/** Addresses there belong to nobody (RFC 2606): our own examples have them. */
export const isExample = (email: string): boolean => /@example\.(org|com|net)$/.test(email)
