import type { NoteId } from '../guidance/index.ts'
import type { Hearer } from './rules-inside.ts'

/** Somebody outside the organisation who may have to be told, or who helps. */
interface Outside {
  readonly name: string
  /** How they are reached, the same for everybody; `own`: the organisation supplies it among its names and numbers. */
  readonly reached: string | 'own'
  readonly takes: string
  /** What they do not take. */
  readonly not?: string
  /** Whether one may report to them without a name. Undefined: not known to us. */
  readonly nameless?: boolean
  /** What we know it from. Local bodies are known from the organisation alone. */
  readonly notes: readonly NoteId[]
}

/** The bodies outside, and the limits of each. */
export const outsideBodies = {
  '999': {
    name: 'The police, by 999',
    reached: '999',
    takes: 'Anybody in danger now.',
    notes: ['no-step-before-999'],
  },
  police: {
    name: 'The police, by 101 or on their website',
    reached: 'own',
    takes: 'Anything that may be a crime, when nobody is in danger this minute.',
    notes: ['never-copy', 'local-settings'],
  },
  ceop: {
    name: 'CEOP at the National Crime Agency',
    reached: 'www.ceop.police.uk/Safety-Centre',
    takes: 'Grooming, and sexual abuse of a child online: from children, parents and professionals.',
    not: 'It does not take bullying, false accounts or hacking, and it asks who you are.',
    nameless: false,
    notes: ['ceop-address'],
  },
  iwf: {
    name: 'Internet Watch Foundation',
    reached: 'www.iwf.org.uk/report',
    takes: 'The web address of pictures or films of child sexual abuse.',
    not: 'It takes nothing else: no pictures themselves, and nothing about a child or whoever did it.',
    nameless: true,
    notes: ['iwf-remit'],
  },
  'report-remove': {
    name: 'Report Remove, by Childline and the Internet Watch Foundation',
    reached: '0800 1111',
    takes: 'A nude picture of themself that somebody under 18 wants taken down. They ask for it themself.',
    not: 'It does not take it from an adult, and no adult looks at the picture.',
    notes: ['report-remove', 'childline'],
  },
  lado: {
    name: 'The LADO, the local authority’s designated officer',
    reached: 'own',
    takes:
      'Anybody who works or volunteers with children and may have harmed a child, committed an offence against one, be a risk to children, or be unsuitable to work with them.',
    notes: ['lado', 'local-settings'],
  },
  'children-services': {
    name: 'The local authority’s children’s services',
    reached: 'own',
    takes: 'A child who is being harmed, or may be.',
    notes: ['duty-to-report', 'local-settings'],
  },
  'other-agency': {
    name: 'The other organisation that they work for',
    reached: 'own',
    takes: 'What the LADO says that it is to be told.',
    notes: ['lado'],
  },
  childline: {
    name: 'Childline',
    reached: '0800 1111',
    takes: 'Any child or young person up to 19 who wants to talk, day or night.',
    nameless: true,
    notes: ['childline'],
  },
  nspcc: {
    name: 'NSPCC helpline',
    reached: '0808 800 5000',
    takes: 'Any adult who is worried about a child.',
    notes: ['nspcc-helpline'],
  },
  'nspcc-whistleblowing': {
    name: 'NSPCC whistleblowing advice line',
    reached: '0800 028 0285',
    takes: 'Staff and volunteers who think that their organisation is not acting.',
    notes: ['whistleblowing'],
  },
  'report-harmful-content': {
    name: 'Report Harmful Content',
    reached: 'reportharmfulcontent.com',
    takes: 'What is online, within the law, and does harm: from anybody over 13.',
    notes: ['report-harmful-content'],
  },
} as const satisfies Readonly<Record<string, Outside>>
export type OutsideBody = keyof typeof outsideBodies

/** Anybody who may be told: somebody of our own, or a body outside. */
export type Body = Hearer | OutsideBody

/** A body outside, with its limits. */
export const outsideBody = (id: OutsideBody): Outside => outsideBodies[id]

export const isOutside = (body: Body): body is OutsideBody => Object.hasOwn(outsideBodies, body)
