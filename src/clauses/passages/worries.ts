import { acceptableUse, both, inTheme, type Question } from '../clause.ts'

/** The question on an allegation, by how soon the LADO is told. */
const colleagueWrites = (soon: string): Question => ({
  asks: 'You hear that a colleague has been writing to a child in private. Whom do you tell, and when?',
  matters: 1,
  answers: [
    {
      text: 'The colleague first, so that they can explain',
      right: false,
      why: 'They might warn the child or delete something. Tell {designated-person} straight away.',
    },
    {
      text: '{designated-person}, straight away',
      right: true,
      why: `Yes. An allegation has to reach the LADO ${soon}.`,
    },
    {
      text: 'Nobody, until I am sure',
      right: false,
      why: 'You do not have to be sure. Finding out is somebody else’s work.',
    },
  ],
})

/** What to do when something is wrong. It stands before the rules, because nothing may stand before it. */
export const worries = inTheme({
  'danger-now': {
    heading: 'If a child may be in danger now',
    kinds: both,
    carries: ['REP-999-1', 'REP-999-2', 'REP-3', 'REP-4'],
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
    restsOn: ['ceop-address'],
    text: `Tell {designated-person} on {designated-person-telephone} the same day. It may be unkind comments, bullying, or an adult who seems to be winning a child over. You do not need proof, and a small doubt is enough.

Sexual abuse and grooming online go straight to the police or to CEOP as well. CEOP is at www.ceop.police.uk/Safety-Centre. You may go to either of them yourself, before you have told anybody here. They may have to act fast to find a child.

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
          why: 'No step of ours stands before CEOP or the police. Go to them at once, then tell us.',
        },
        {
          text: 'The child’s parents’',
          right: false,
          why: 'You need no agreement. Who speaks to the parents, and when, is settled afterwards.',
        },
      ],
    },
  },
  'sexual-pictures': {
    heading: 'If you come upon sexual pictures of a child',
    kinds: both,
    carries: ['REP-IWF', 'REP-3', 'REP-5', 'WEB-POOR-1'],
    restsOn: ['never-copy', 'iwf-remit', 'report-remove', 'childline'],
    text: `Do not look further. Do not copy, print, share, store or save them, and do not ask a child to show or send you any. Stop, close the page or put the device down, and tell {designated-person} at once.

- Where an adult has shared them, the police are told straight away.
- Pictures on a website are reported at www.iwf.org.uk/report. Give the web address, and nothing else.
- A child whose own picture has got out can have it taken down through Report Remove, by Childline and the Internet Watch Foundation. Childline’s number is 0800 1111.`,
    question: {
      asks: 'A young person shows you a nude picture that is going round. What do you do with the picture?',
      matters: 1,
      answers: [
        {
          text: 'Take a screenshot as proof for {designated-person}',
          right: false,
          why: 'Never copy or save it, not even as proof. Say in words what you saw.',
        },
        {
          text: 'Ask them to send it to my work email',
          right: false,
          why: 'Never ask a child to send one. The police can get it in other ways.',
        },
        {
          text: 'Nothing. I look no further, and tell {designated-person} at once',
          right: true,
          why: 'Yes. You say in words what happened, and nobody else has to see it.',
        },
      ],
    },
  },
  'about-an-adult': {
    heading: 'If it is about somebody who works with children',
    kinds: both,
    carries: ['REP-3', 'REP-4', 'BG-2'],
    restsOn: ['lado', 'whistleblowing'],
    text: `Tell {designated-person} straight away, whoever it is about. If it is about {designated-person}, tell {deputy} or {exceptions-by}.

We tell the local authority’s designated officer (LADO) of an allegation within one working day, and at once when it is urgent. You can reach the LADO yourself: {lado}.

If you think that we are not acting, you can also ask the NSPCC’s whistleblowing line, 0800 028 0285. Nobody may make you suffer for speaking up in good faith.`,
    label: 'The LADO is told within one working day',
    wordings: {
      'twenty-four-hours': {
        label: 'The LADO is told within 24 hours',
        standing: 'stricter',
        text: `Tell {designated-person} straight away, whoever it is about. If it is about {designated-person}, tell {deputy} or {exceptions-by}.

We tell the local authority’s designated officer (LADO) of an allegation within 24 hours, and at once when it is urgent. You can reach the LADO yourself: {lado}.

If you think that we are not acting, you can also ask the NSPCC’s whistleblowing line, 0800 028 0285. Nobody may make you suffer for speaking up in good faith.`,
        question: colleagueWrites('within 24 hours'),
      },
    },
    question: colleagueWrites('within one working day'),
  },
  'small-worries': {
    heading: 'Small worries about a colleague, or about yourself',
    kinds: both,
    carries: ['BG-2', 'REP-2'],
    restsOn: ['low-level'],
    text: `Say it when something about an adult sits badly with you, even when it is only a nagging doubt. Being over-friendly, having favourites, or taking photographs on a phone of their own are examples. We welcome it, and we would rather hear ten small things than miss one.

Say it about yourself too, if something you did might be taken the wrong way. Telling early protects you.`,
    question: {
      asks: 'A colleague takes a photograph of a child on their own phone. It looks harmless. What do you do?',
      matters: 2,
      answers: [
        {
          text: 'Nothing: it is too small to mention',
          right: false,
          why: 'Small things are exactly what we want to hear of. It may fit with something else.',
        },
        {
          text: 'Tell {designated-person}, or my manager',
          right: true,
          why: 'Yes. It may be nothing, and it is still right to say it.',
        },
      ],
    },
  },
})

/** Unsuitable things on the internet, which the acceptable use policy speaks of. */
export const reportContent = inTheme({
  'report-content': {
    heading: 'If you come upon something unsuitable',
    kinds: acceptableUse,
    carries: ['WEB-GOOD-2', 'REP-3'],
    restsOn: ['ceop-address', 'report-harmful-content'],
    text: `Close it, and tell {computers-by}. You are not in trouble for something that came up by accident and that you told us of.

Grooming and sexual abuse online go to CEOP, by the report button at www.ceop.police.uk/Safety-Centre. What is legal and still does harm can be reported at reportharmfulcontent.com.

When you search for a child, or with one, look first by yourself. Use the safe search setting and our own equipment.`,
    question: {
      asks: 'A pornographic page opens on a work computer by accident. What do you do?',
      matters: 2,
      answers: [
        {
          text: 'Close it and say nothing, so that nobody thinks ill of me',
          right: false,
          why: 'Tell us. You are not in trouble for an accident that you told us of.',
        },
        {
          text: 'Close it, and tell {computers-by}',
          right: true,
          why: 'Yes. Then it can be blocked, and the log explains itself.',
        },
      ],
    },
  },
})
