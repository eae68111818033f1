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
} as const
