import type { ActDefinition } from '../fact.ts'

/** Telling somebody of a worry. */
export const reporting = {
  report: {
    says: 'Report something that worries me',
    facts: {
      to: {
        kind: 'one-of',
        asks: 'Who would you tell first?',
        values: {
          '999': 'The police, by calling 999',
          police: 'The police, another way',
          ceop: 'CEOP at the National Crime Agency',
          iwf: 'The Internet Watch Foundation',
          designated: 'The designated person where I work',
          manager: 'My manager or a colleague',
          nobody: 'Nobody yet',
        },
      },
      danger: {
        kind: 'one-of',
        asks: 'Could a child be in danger now?',
        values: { now: 'Yes, or I am not sure', no: 'No' },
      },
      about: {
        kind: 'one-of',
        asks: 'What is it about?',
        values: {
          abuse: 'Somebody being sexual with a child online, or getting ready to',
          images: 'Pictures of child sexual abuse',
          worker: 'Something that somebody who works with children has done',
          other: 'Something else, such as bullying',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, ActDefinition>>
