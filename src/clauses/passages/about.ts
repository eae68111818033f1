import { acceptableUse, both, inTheme, socialMedia } from '../clause.ts'

/** What the policy is, whom it binds and whom it protects. */
export const about = inTheme({
  'what-for': {
    heading: 'What this policy is for',
    kinds: both,
    carries: ['META-PURPOSE', 'INT-3', 'INT-5', 'BG-1'],
    text: `It protects children, families and you. It says how we use phones, cameras, computers and the internet, and how we behave online.

The internet lets us do good work. Used carelessly it can let out what should be private, harm our good name or break the law. Clear rules keep your work and your private life from getting tangled.`,
  },
  'who-it-binds': {
    heading: 'Who keeps to it',
    kinds: both,
    carries: ['META-AUDIENCE-1', 'INT-4', 'INT-2'],
    text: `Everybody who works for {organisation} keeps to it, paid or unpaid: employees, volunteers, trainees, agency workers and trustees. It holds wherever you are and at any hour, when what you do touches your work.

It protects children and young people, those who bring them up or care for them, and adults who may be at risk.`,
  },
  'social-media-means': {
    heading: 'What we mean by social media',
    kinds: socialMedia,
    carries: [
      'DEF-SOCIALMEDIA-1',
      'DEF-SOCIALMEDIA-2',
      'DEF-SOCIALMEDIA-3',
      'SN-DEF-1',
      'SN-DEF-2',
      'LS-DEF-1',
    ],
    text: `Everything electronic by which people keep in touch: social networks, messaging apps, games with chat, video calls, forums and blogs. It makes no difference which service is the fashion this year.`,
  },
  'read-and-sign': {
    heading: 'Read and sign before you begin',
    kinds: acceptableUse,
    carries: ['EXP-AUP', 'SUM-APP-6.1', 'META-READWITH', 'WEB-AWARE-1'],
    text: `You read and sign this policy before you use any of our equipment, accounts or systems. When it changes in a way that matters, you sign it again before you go on.

Ask about anything that is not clear to you before you sign.`,
    label: 'Signed at the start, and when it changes in a way that matters',
    wordings: {
      yearly: {
        label: 'Signed at the start, when it changes, and once a year',
        standing: 'stricter',
        text: `You read and sign this policy before you use any of our equipment, accounts or systems. When it changes in a way that matters, you sign it again before you go on. Once a year you sign it again in any case.

Ask about anything that is not clear to you before you sign.`,
        question: {
          asks: 'When do you sign this policy?',
          matters: 3,
          answers: [
            {
              text: 'Before I use anything of ours, when it changes in a way that matters, and once a year',
              right: true,
              why: 'Yes. That way nobody works by rules that they have forgotten.',
            },
            {
              text: 'Once, when I begin',
              right: false,
              why: 'You also sign when it changes in a way that matters, and once a year in any case.',
            },
          ],
        },
      },
    },
    question: {
      asks: 'You start on Monday. When may you use a work phone?',
      matters: 3,
      answers: [
        {
          text: 'As soon as I have read and signed this policy',
          right: true,
          why: 'Yes. Ask about anything that is not clear before you sign.',
        },
        {
          text: 'From the first day, and I sign when there is time',
          right: false,
          why: 'You read and sign first. Until then you use nothing of ours.',
        },
      ],
    },
  },
  'read-it-with': {
    heading: 'What else to read',
    kinds: both,
    carries: ['META-READWITH', 'GEN-STATUS', 'INT-6', 'EXP-LISTNOTE'],
    text: `Read this together with our code of conduct and our policies on safeguarding, data protection and the security of computers. It rests on published guidance for people who work with children. Where our own rule asks for more, our rule counts.

If two rules seem to disagree, ask your manager. Until you have an answer, keep to the stricter one.`,
  },
  'your-role': {
    heading: 'Your role goes with you',
    kinds: both,
    carries: ['BG-4', 'EXP-SOCIALMEDIA', 'BG-5', 'SN-RISK-1'],
    text: `Families trust you because of the work you do. Keep to the standards of that work online as well, on duty and off. What you write or show can cost you that trust, your good name and your post. Your professional body may act too.

Act as if everything digital lasts for ever. Somebody may have copied it before you take it down.`,
    question: {
      asks: 'It is Saturday and you are at home, on your own phone. Does this policy say anything about what you post?',
      matters: 3,
      answers: [
        {
          text: 'No, what I do at home is never anybody’s business',
          right: false,
          why: 'We do not look at your accounts. But what you post can still touch families and your standing.',
        },
        {
          text: 'Yes, when it touches my work, or the trust that families have in me',
          right: true,
          why: 'Yes. Your private life is yours, and the standards of your work go with you.',
        },
      ],
    },
  },
  'your-private-life': {
    heading: 'Your private life is yours',
    kinds: both,
    carries: ['META-STATUS'],
    text: `We do not look up or watch anybody’s personal accounts. We do not ask for your passwords, and we do not ask to be your friend online. If somebody shows us something that worries them, we deal with what we were shown, and with nothing else.`,
  },
})
