import type { OrganisationFacts } from '../../people/index.ts'
import { type Contents, group, says } from './content.ts'
import { ceop, childline, iwf, nspcc, reportRemove } from './places.ts'

const named = ({ name, phone }: OrganisationFacts['designated'][number]) =>
  phone ? `${name}, ${phone}` : name

/** “Ellen Fraser, 020 7946 0210, or Farid Aziz, 020 7946 0211” */
const whoHere = ({ designated }: OrganisationFacts): string =>
  designated.length === 0 ? 'our designated person' : designated.slice(0, 2).map(named).join(', or ')

/** What to do when something is worrying: 999 before anything, and no step of ours before CEOP or the police. */
export const worried: Contents['worried'] = facts => ({
  eyebrow: 'If you are worried about a child',
  title: 'Tell somebody today',
  helpFirst: true,
  groups: [
    group(
      'steps',
      says('here', `Tell ${whoHere(facts)}.`, ['REP-4', 'REP-3']),
      says(
        'online',
        `Online? Tell CEOP or the police as well, at once: ${ceop}`,
        ['REP-4', 'REP-CEOP'],
        ['ceop-address'],
      ),
      says(
        'lado',
        `About somebody who works with children? Tell the LADO within one working day${facts.lado ? `: ${facts.lado.phone}` : ''}.`,
        ['REP-4'],
        ['lado'],
      ),
      says(
        'write',
        'Write down what you saw or heard. Never copy or share a picture.',
        ['REP-3'],
        ['never-copy'],
      ),
      says('pictures', `Pictures of abuse online: ${iwf}`, ['REP-IWF'], ['iwf-remit']),
    ),
  ],
  foot: ['You need nobody’s leave to call 999, the police or CEOP.', `NSPCC, for adults: ${nspcc}`],
})

const firstTwo = ({ designated }: OrganisationFacts): string =>
  designated.length === 0
    ? 'a grown-up here you trust'
    : designated
        .slice(0, 2)
        .map(({ name }) => name)
        .join(' or ')

/** The same for a child, in a child's words. */
export const worriedChild: Contents['worried-child'] = facts => ({
  eyebrow: 'Scared? Upset? Not sure?',
  title: 'You can tell someone',
  helpFirst: true,
  forChildren: true,
  groups: [
    group('words', says('fault', 'It is not your fault.', ['REP-1', 'REP-2'])),
    {
      id: 'tell',
      kind: 'tell',
      columns: 1,
      cites: ['REP-4', 'REP-CEOP', 'SRC-CHILDLINE'],
      notes: ['childline', 'ceop-address', 'report-remove'],
      contacts: [
        { who: `Here: ${firstTwo(facts)}`, lines: ['Or any grown-up you trust.'] },
        { who: `Childline: ${childline}`, lines: ['Free. You can talk about anything.'] },
        { who: 'Someone being sexual online?', lines: [`CEOP: ${ceop}`] },
        { who: 'A nude picture of you got out?', lines: [`Get it taken down: ${reportRemove}`] },
      ],
    },
  ],
  foot: ['You do not have to be sure. Telling is never wrong.'],
})

/** For the code in its corner: what it opens, and what happens then. */
export const tellUs: Contents['tell-us'] = facts => ({
  eyebrow: 'Worried about somebody?',
  title: 'Tell us, in two minutes',
  helpFirst: true,
  groups: [
    group('words', says('sure', 'You do not have to be sure.', ['REP-1'])),
    group(
      'steps',
      says('scan', 'Scan the code with a phone.', ['REP-2']),
      says('say', 'Say what you saw or heard. You need not give your name.', ['REP-3']),
      says('back', 'Keep the code you are given. With it you can read our answer.', ['REP-4']),
    ),
  ],
  foot: [`No phone? Tell ${whoHere(facts)}.`, `Children can call Childline: ${childline}`],
})

/** Names and numbers, and nothing else. */
export const whoToTell: Contents['who-to-tell'] = facts => {
  const { designated, lado, outOfHours, phone, police } = facts
  const here = designated.slice(0, 4).map(one => ({
    who: one.role === 'designated-person' ? 'Designated person' : 'Deputy',
    lines: [one.name, ...(one.phone ? [one.phone] : [])],
  }))
  return {
    eyebrow: 'Worried about a child or a colleague?',
    title: 'Who to tell here',
    groups: [
      {
        id: 'here',
        kind: 'tell',
        columns: 2,
        cites: ['REP-3', 'REP-4'],
        contacts: [
          ...(here.length > 0 ? here : [{ who: 'Designated person', lines: ['Ask at the office'] }]),
          ...(phone ? [{ who: 'Our office', lines: [phone] }] : []),
          ...(outOfHours ? [{ who: 'Out of hours', lines: [outOfHours] }] : []),
        ],
      },
      {
        id: 'outside',
        kind: 'tell',
        label: 'Outside',
        columns: 2,
        cites: ['REP-4', 'REP-CEOP'],
        notes: ['lado', 'ceop-address', 'nspcc-helpline', 'childline'],
        contacts: [
          ...(lado ? [{ who: 'LADO', lines: [lado.name, lado.phone] }] : []),
          { who: 'Police, not urgent', lines: [police] },
          { who: 'NSPCC, for adults', lines: [nspcc] },
          { who: 'Childline', lines: [childline] },
        ],
      },
    ],
    foot: ['You need nobody’s leave to call 999, the police or CEOP:', ceop],
  }
}
