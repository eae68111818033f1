/** How somebody is tied to a person the organisation works with. */
export const relations = {
  relative: 'A relative',
  friend: 'A friend of my family, or of mine',
  neighbour: 'A neighbour',
  club: 'Through my own child: their friends, school or club',
  online: 'Connected on social media, and nothing more',
  other: 'Another way',
} as const
export type Relation = keyof typeof relations
export const relationList = Object.keys(relations) as Relation[]

/** What a manager may decide of it. */
export const decisions = {
  'no-contact': {
    words: 'No contact outside work is needed',
    short: 'No contact outside work',
    colour: 'green',
  },
  'within-limits': {
    words: 'Contact is allowed, within limits',
    short: 'Allowed within limits',
    colour: 'blue',
  },
  ends: { words: 'The contact ends by a day', short: 'Ends by a day', colour: 'orange' },
} as const
export type LinkDecision = keyof typeof decisions
export const decisionList = Object.keys(decisions) as LinkDecision[]

/** The most characters. The database holds the same. */
export const longestLink = { described: 200, says: 1000, limits: 1000 } as const

/** Days from a decision to its review, unless the manager says sooner; and from which its review is owed. */
export const reviewAfter = 182
export const reviewOwed = 14
