import { routes as agreements } from './agreements/index.ts'
import { routes as induction } from './induction/index.ts'
import { routes as ownRules } from './own-rules/index.ts'
import { routes as people } from './people/index.ts'
import { routes as posters } from './posters/index.ts'
import { routes as retention } from './retention/index.ts'
import { routes as tuningRoutes } from './tuning/index.ts'

/** Where what the policies ask for is taught, tightened and put up, from the page of policies. */
export const besidePolicies = [
  {
    words: 'My induction',
    says: 'Short lessons and situations, and how long yours still counts',
    href: induction.path.to(),
    opens: induction.path.opens,
  },
  {
    words: 'Our own rules',
    says: 'Where we ask for more than the guidance, and what is decided for a time',
    href: ownRules.rules.to(),
    opens: ownRules.rules.opens,
  },
  {
    words: 'What the screening looks for',
    says: 'What comes of a message that gives or asks what it should not, and how far that is yours to change',
    href: tuningRoutes.screening.to(),
    opens: tuningRoutes.screening.opens,
  },
  {
    words: 'How long things are kept',
    says: 'When what is written here is erased, and what stops that',
    href: retention.keeping.to(),
    opens: retention.keeping.opens,
  },
  {
    words: 'Posters',
    says: 'The policies’ main points to print and put up',
    href: posters.posters.to(),
    opens: posters.posters.opens,
  },
  {
    words: 'Who agrees to contact',
    says: 'From which age young people agree for themselves',
    href: agreements.age.to(),
    opens: agreements.age.opens,
  },
  {
    words: 'Our names and numbers',
    says: 'What policies, posters and the help page say of whom to tell',
    href: people.organisation.to(),
    opens: people.organisation.opens,
  },
]
