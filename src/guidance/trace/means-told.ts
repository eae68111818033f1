import { at } from './mean.ts'

/** What carries statements out by somebody's telling of themselves. */
export const toldMeans = {
  'personal-links': {
    does: 'Whoever knows a child or family outside the work, or is connected to them online, declares it; a manager decides on no contact, on limits or on a day by which it ends, and it is looked at again before its day',
    places: [at('src/approaches/links/decide-link.ts', 'function decideLink')],
    proof: [
      at(
        'src/approaches/links/links.test.ts',
        'what was decided is to be looked at again two weeks before its day',
      ),
    ],
  },
  approaches: {
    does: 'Whoever was asked to add, follow, write to or play with a child or family on an account of their own tells of it, gets kind words that say no and go through the organisation, and is answered by somebody they answer to; what comes again and again is shown',
    places: [at('src/approaches/tell-approach.ts', 'function tellApproach')],
    proof: [
      at('src/approaches/approaches.test.ts', 'is thanked and given kind words; their manager answers'),
      at('src/approaches/approaches.test.ts', 'what comes again and again is shown'),
    ],
  },
  'concern-told': {
    does: 'Whoever is worried, about anything from nasty words to grooming, says so in two minutes from the head of every page, from a poster’s code or at a public address, with or without an account or a name; it reaches the designated person, and nobody whom it is about',
    places: [
      at('src/concerns/report.ts', 'function report'),
      at('src/frame.tsx', 'I am worried about somebody'),
      at('src/routing/facts.ts', 'export const whats'),
    ],
    proof: [
      at('src/concerns/concerns.test.ts', 'a worker tells of a child; the designated person owes a look'),
      at('src/concerns/concerns.test.ts', 'somebody without an account, unnamed, comes back by the code'),
      at('src/concerns/concerns.test.ts', 'whom it is about finds nothing of it'),
    ],
  },
  'concern-routed': {
    does: 'What it is and whose doing it is say who must be told, by when and why: 999, the police, CEOP and the IWF before anything inside; whoever deals with it sees the first of them with its time and number, keeps what was decided with a reason, and hears when it is late',
    places: [
      at('src/routing/route.ts', 'export function route'),
      at('src/concerns/page/tellings.ts', 'export function tellingsOf'),
      at('src/concerns/casework/decide.screen.tsx', 'A decision without its reason is not kept'),
    ],
    proof: [
      at('src/routing/route.test.ts', 'grooming online goes to CEOP at once'),
      at('src/routing/route.test.ts', 'a picture of a child with an address goes to the police and the IWF'),
      at('src/concerns/page/page.test.ts', 'at the top stands what comes first'),
    ],
  },
} as const
