import { inSection } from '../statement.ts'

/** What the document is: its covering policy, title, dates, contents and meaning of social media. */
export const frontMatter = inSection(
  { section: 'front-matter', channel: 'general' },
  {
    'META-TITLE-1': {
      kind: 'meta',
      audience: 'organisation',
      treatment: 'shown',
      says: 'The covering policy is the social media policy of Swindon’s children’s services.',
    },
  },
)

export const coveringPolicy = inSection(
  { section: 'covering-policy', channel: 'general' },
  {
    'INT-1': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'shown',
      says: 'The council’s children’s services see the internet and social media (Facebook, Twitter and blogs are named) as a chance to talk with people and to share information.',
    },
    'INT-2': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Staff are likely to be on social media in their own time. Some also need it for their council work.',
    },
    'INT-3': {
      kind: 'risk',
      audience: 'organisation',
      treatment: 'shown',
      says: 'Private and work use alike can put confidential information and the council’s good name at risk, and can lead to breaking the law.',
    },
    'INT-4': {
      kind: 'expectation',
      audience: 'worker',
      treatment: 'attested',
      says: 'To keep those risks low and see that systems are used properly, everyone in the council’s children’s services has to follow the safeguarding board’s social media policy.',
    },
    'INT-5': {
      kind: 'meta',
      audience: 'worker',
      treatment: 'shown',
      says: 'The policy is there to tell staff plainly how to behave on social media, on duty and off.',
    },
    'INT-6': {
      kind: 'meta',
      audience: 'worker',
      treatment: 'shown',
      says: 'It fits the rules and conditions of employment that council staff should know already.',
    },
  },
)

export const publication = inSection(
  { section: 'front-matter', channel: 'general' },
  {
    'META-PUBLISHER-0': {
      kind: 'meta',
      audience: 'anyone',
      treatment: 'shown',
      says: 'The covering policy carries the name of Swindon LSCB, the local safeguarding children board.',
    },
    'META-TITLE-2': {
      kind: 'meta',
      audience: 'anyone',
      treatment: 'shown',
      says: 'The guidance is called “E-Safety: Social Media Guidance”.',
    },
    'META-AUDIENCE-1': {
      kind: 'meta',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is written for everybody whose work is with children and young people.',
    },
    'META-PUBLISHED': {
      kind: 'meta',
      audience: 'board',
      treatment: 'shown',
      says: 'Swindon LSCB brought it out in July 2015.',
    },
    'META-REVIEW': {
      kind: 'meta',
      audience: 'board',
      treatment: 'detected',
      says: 'It was due to be reviewed in July 2018.',
    },
  },
)

export const contents = inSection(
  { section: 'contents', channel: 'general' },
  {
    'META-TOC-1': {
      kind: 'meta',
      audience: 'anyone',
      treatment: 'shown',
      says: 'The contents list names the meaning of social media, introduction, background, law, cases, general guidelines, the six channels (pages 7 to 12) and a summary of good practice (page 13).',
    },
    'META-TOC-TEMPLATE': {
      kind: 'meta',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The contents list also names, on page 15, a template for an organisation’s own media policy. The document does not contain it.',
    },
    'META-TOC-2': {
      kind: 'meta',
      audience: 'anyone',
      treatment: 'shown',
      says: 'The contents list ends with how to report possible abuse online and where to find out more, both on page 15.',
    },
  },
)

export const meaning = inSection(
  { section: 'meaning', channel: 'general' },
  {
    'DEF-SOCIALMEDIA-1': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Social media here means every kind of electronic communication by which people keep in touch online.',
    },
    'DEF-SOCIALMEDIA-2': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It covers websites and mobile apps that turn telling into talking, among people, communities and organisations.',
    },
    'DEF-SOCIALMEDIA-3': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'People use it to share information and pictures, and to find others who like the same things.',
    },
  },
)
