import type { OutsideBody } from './bodies.ts'
import type { FieldId } from './fields.ts'

export interface PackRules {
  readonly title: string
  /** What it is for, and how it is handed over. */
  readonly how: string
  /** Its fields, in the order in which the body will want them. Nothing else goes in. */
  readonly fields: readonly FieldId[]
  /** Without these it cannot be made, each with what to do instead. */
  readonly needs: Readonly<Partial<Record<FieldId, string>>>
  /** What is left out on purpose. */
  readonly leaves: string
}

const reporter = ['reporterName', 'reporterRole', 'reporterReach', 'organisation'] as const
const child = ['childName', 'childBorn', 'childAddress'] as const
const online = ['platform', 'accounts', 'webAddress', 'seenWhen'] as const

/**
 * What each body outside is handed. Which fields is our choice, from what the body says that it takes: its own form may
 * ask for more, and is then answered there.
 */
export const packs = {
  '999': {
    title: 'To say on the telephone: 999',
    how: 'Call first. This is only so that nothing is forgotten while you speak.',
    fields: [
      'childNow',
      'happened',
      'childName',
      'childBorn',
      'subjectName',
      'reporterName',
      'reporterReach',
    ],
    needs: {},
    leaves: 'Everything that can wait.',
  },
  police: {
    title: 'Report to the police',
    how: 'Call 101, or paste it into their website. If anybody is in danger now, call 999 instead.',
    fields: [
      ...['childNow', ...reporter, ...child, 'childNeeds', 'family', 'subjectName', 'subjectRole'],
      ...['subjectElsewhere', 'subjectReach', 'happened', 'when', 'where', ...online, 'device', 'done'],
    ],
    needs: {},
    leaves: 'Pictures. The police are told where they are, and fetch them.',
  },
  ceop: {
    title: 'Report to CEOP',
    how: 'Paste it into the form at www.ceop.police.uk/Safety-Centre.',
    fields: [
      ...[...reporter, 'childName', 'childBorn', 'childNow', 'subjectName', 'subjectReach', 'happened'],
      ...['when', ...online, 'done'],
    ],
    needs: {
      reporterName:
        'CEOP takes no report without a name. Put in the name of whoever reports it, or tell the police instead, by 101.',
    },
    leaves: 'Pictures, bullying that is not sexual, and whatever is not about what happened online.',
  },
  iwf: {
    title: 'Report to the Internet Watch Foundation',
    how: 'Paste it into the form at www.iwf.org.uk/report. You need give no name.',
    fields: ['webAddress', 'seenWhen'],
    needs: {
      webAddress:
        'The Internet Watch Foundation takes web addresses and nothing else. Where none is known, tell the police, by 101.',
    },
    leaves: 'The picture, and everything about the child, whoever did it and whoever reports it.',
  },
  'report-remove': {
    title: 'For the child: Report Remove',
    how: 'Hand it to the child. They ask for it themself, with Childline’s help: 0800 1111.',
    fields: ['under18', 'webAddress', 'platform'],
    needs: {},
    leaves: 'The picture, which no adult looks at, and every name: the child says what they wish to say.',
  },
  lado: {
    title: 'Report to the LADO',
    how: 'Ring the LADO, and send it in the way that they ask for.',
    fields: [
      ...[...reporter, 'subjectName', 'subjectRole', 'subjectElsewhere', 'subjectKnows', 'happened'],
      ...['when', 'where', 'toldFirst', 'childName', 'childBorn', 'childNow', 'familyKnows', 'done'],
    ],
    needs: {
      organisation: 'The LADO has to know which organisation it comes from. Put in its name.',
    },
    leaves: 'The child’s address, and what is on anybody’s devices: the LADO asks if it is needed.',
  },
  'children-services': {
    title: 'Report to the local authority’s children’s services',
    how: 'Ring them, and send it in the way that they ask for.',
    fields: [
      ...['childNow', ...reporter, ...child, 'childNeeds', 'family', 'familyKnows', 'happened', 'when'],
      ...['where', 'toldFirst', 'subjectName', 'done'],
    ],
    needs: {
      happened: 'They have to know what happened. Put in what was said or seen, in the words first used.',
    },
    leaves: 'Account names and web addresses, which are for the police and CEOP.',
  },
} as const satisfies Readonly<Partial<Record<OutsideBody, PackRules>>>
export type PackBody = keyof typeof packs

export const isPackBody = (text: string): text is PackBody => Object.hasOwn(packs, text)
