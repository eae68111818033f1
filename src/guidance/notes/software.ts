import { from, inTopic, published } from './note.ts'

/** What an organisation that runs Lanyard has to think of itself. */
export const software = inTopic(
  { topic: 'software', keeps: 'practice', where: 'United Kingdom' },
  {
    'online-safety-act': {
      title: 'The Online Safety Act may see you as a provider',
      effect: 'adds',
      beside: [],
      text: 'A service on which what one person puts can be met by another may be a “user-to-user service”, small and voluntary ones too, in proportion. If messages pass between members, parents or young people, your organisation may have to assess the risk of illegal content and whether children come to it. Exemptions are narrow: some functions only, public bodies, some education and childcare.',
      notVerified: 'Whether use by staff alone, or notices in one direction, is exempt.',
      sources: [
        from('Ofcom, check if the Act applies to you', 'A', published('2023-11-09')),
        from('Ofcom, helping small services', 'A', published('2025-01')),
        from('Bates Wells, for charities', 'B', published('2025')),
        from(
          'Online Safety Act 2023, Schedule 1 paragraph 4, a copy at crimeline.co.uk',
          'B',
          published('2025'),
        ),
      ],
    },
    'least-risk': {
      title: 'The least risk',
      effect: 'reads',
      beside: [],
      text: 'Families and children get notices and answer by a way that somebody watches over, and nothing from one family is seen by another. That is how Lanyard begins.',
      sources: [from('Lanyard’s own reading of Ofcom’s pages', 'B', published('2025-01'))],
    },
    'no-illegal-pictures': {
      title: 'A concern holds words, not pictures',
      effect: 'reads',
      beside: ['REP-3'],
      text: 'Never put a picture that may be illegal into Lanyard or anywhere else. Write down what you saw, the web address and the time.',
      sources: [
        from('UK Council for Internet Safety, on nudes and semi-nudes, gov.uk', 'A', published('2024-03-11')),
      ],
    },
    'local-settings': {
      title: 'What your organisation has to fill in',
      effect: 'reads',
      beside: ['REP-4'],
      text: 'Its name, its designated person, the LADO’s contact, a number for out of hours, and how to reach the police when it is not an emergency. The 2015 document has none of these.',
      sources: [from('The 2015 guidance itself, which names none', 'A', published('2015-07'))],
    },
  },
)
