import { acceptableUse, both, inTheme } from '../clause.ts'

/** What to do when something is wrong. It stands before the rules, because nothing may stand before it. */
export const worries = inTheme({
  'danger-now': {
    heading: 'If a child may be in danger now',
    kinds: both,
    carries: ['REP-999-1', 'REP-3', 'REP-4', 'REP-5'],
    text: `Call 999. You need nobody’s leave, and no rule in this policy comes first.

When you have called, tell {designated-person} on {designated-person-telephone}, or {deputy}. When nobody is at work, call {out-of-hours}.`,
    question: {
      asks: 'A child writes that somebody is on the way to their house to hurt them. What do you do first?',
      matters: 1,
      answers: [
        {
          text: 'Call {designated-person} and wait for an answer',
          right: false,
          why: 'Danger now means 999 first. Call {designated-person} when you have done that.',
        },
        {
          text: 'Call 999',
          right: true,
          why: 'Yes. A child may be in danger now, so the police come first. You need nobody’s leave.',
        },
        {
          text: 'Write it down and bring it up at the next meeting',
          right: false,
          why: 'The child may be hurt before then. Call 999 now, and write it down afterwards.',
        },
      ],
    },
  },
  'tell-somebody': {
    heading: 'If something worries you',
    kinds: both,
    carries: ['REP-1', 'REP-2', 'REP-3', 'REP-4', 'REP-5', 'REP-CEOP'],
    text: `Tell {designated-person} on {designated-person-telephone} the same day. It may be unkind comments, bullying, or an adult who seems to be winning a child over. You do not need proof, and a small doubt is enough.

Report sexual abuse or grooming online straight away as well, to the police or to CEOP. CEOP is at www.ceop.police.uk/Safety-Centre. You may go to either of them yourself, before you have told anybody here. They may have to act fast to find a child.

Write down what you saw, where and when, in the words that were used. Do not promise a child to keep it secret.`,
    question: {
      asks: 'You think that an adult online is grooming a child. Whose agreement do you need before you tell CEOP or the police?',
      matters: 1,
      answers: [
        {
          text: 'Nobody’s',
          right: true,
          why: 'Yes. Go to CEOP or the police at once, and tell {designated-person} as well.',
        },
        {
          text: 'My manager’s',
          right: false,
          why: 'No step of ours stands before CEOP or the police. Report it at once, then tell us.',
        },
        {
          text: 'The child’s parents’',
          right: false,
          why: 'You need no agreement to report. Who speaks to the parents, and when, is settled afterwards.',
        },
      ],
    },
  },
})

/** What the acceptable use policy says of colleagues. */
export const colleagues = inTheme({
  'about-an-adult': {
    heading: 'If it is about somebody who works with children',
    kinds: acceptableUse,
    carries: ['REP-3', 'REP-4', 'BG-2'],
    text: `Tell {designated-person} straight away, whoever it is about. If it is about {designated-person}, tell {deputy} or {exceptions-by}.

We tell the local authority’s designated officer (LADO) of an allegation within one working day, and at once when it is urgent. You can reach the LADO yourself: {lado}.`,
  },
})
