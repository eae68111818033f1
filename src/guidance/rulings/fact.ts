/**
 * One thing that a ruling turns on. The values of a `scale` go from no safeguard to the best one, so each says how much
 * of a safeguard it is; those of `one-of` are circumstances, none of them a safeguard.
 */
export interface Fact {
  readonly kind: 'one-of' | 'scale'
  /** The question a person is asked. */
  readonly asks: string
  readonly hint?: string
  /** What the facts may be, in words. The order is the order on the page; on a scale, from the least safe to the safest. */
  readonly values: Readonly<Record<string, string>>
}

/** An act the guidance speaks of: what a person would say they want to do, and the facts that a ruling on it turns on. */
export interface ActDefinition {
  readonly says: string
  readonly facts: Readonly<Record<string, Fact>>
}

/** How much of a safeguard a value is: its place on the scale, or 0 for every circumstance. */
export const safeguard = ({ kind, values }: Fact, value: string): number =>
  kind === 'scale' ? Math.max(0, Object.keys(values).indexOf(value)) : 0

/** Facts that several acts turn on. */
export const who = {
  kind: 'one-of',
  asks: 'Who is it with?',
  hint: 'If there are several people, choose the first in this list that is among them.',
  values: {
    child: 'A child or young person',
    'at-risk': 'An adult who may be at risk',
    parent: 'A parent or carer',
    private: 'Nobody I know through my work',
  },
} as const satisfies Fact

export const device = {
  kind: 'scale',
  asks: 'Whose equipment is it?',
  hint: 'The phone, tablet, computer or camera that you would use.',
  values: {
    own: 'My own',
    agreed: 'My own, and a senior manager has agreed to it for this, for a time and on the record',
    organisation: 'My organisation’s',
  },
} as const satisfies Fact

export const profile = {
  kind: 'scale',
  asks: 'Whose account or profile is it?',
  values: {
    own: 'My own, that I use in my private life',
    unagreed: 'One that I made for work, which my manager has not agreed to',
    agreed: 'My organisation’s, or one for work that my manager has agreed to',
  },
} as const satisfies Fact

export const purpose = {
  kind: 'scale',
  asks: 'What is it for?',
  values: {
    personal: 'Something personal',
    work: 'My work',
  },
} as const satisfies Fact

export const sight = {
  kind: 'scale',
  asks: 'Who else can see it?',
  values: {
    nobody: 'Nobody',
    kept: 'My organisation keeps it and can read it',
    'second-adult': 'My organisation keeps it, and another responsible adult is in it',
  },
} as const satisfies Fact

export const after = {
  kind: 'scale',
  asks: 'What happens to it straight afterwards?',
  values: {
    stays: 'It stays on the equipment',
    moved: 'It goes to my organisation’s storage and is deleted from the equipment',
  },
} as const satisfies Fact

export const known = {
  child: 'A child or young person',
  'at-risk': 'An adult who may be at risk',
  parent: 'A parent or carer',
  stranger: 'Somebody I have not met',
  friend: 'Somebody I know in real life, and not through my work',
} as const

export const agreed = (asks: string) =>
  ({
    kind: 'scale',
    asks,
    values: { no: 'No, or not yet', yes: 'Yes' },
  }) as const satisfies Fact
