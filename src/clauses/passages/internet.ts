import { acceptableUse, inTheme } from '../clause.ts'

/** The internet and accounts at work, and what is kept. */
export const internet = inTheme({
  'safe-internet': {
    heading: 'Using the internet at work',
    kinds: acceptableUse,
    carries: ['WEB-AWARE-1', 'WEB-AWARE-2', 'WEB-GOOD-1'],
    restsOn: ['filtering-standards'],
    mind: 'Filtering and security software is on every computer and phone you give out, and somebody looks at it once a year.',
    text: `Our equipment has software that makes the internet safer. It blocks some sites, and now and then one that you need. Do not get round it. Ask {computers-by} to open the site.

Do not install programs or connect equipment without asking. Do not turn off updates or protection.`,
    question: {
      asks: 'A site you need for work is blocked. What do you do?',
      matters: 3,
      answers: [
        {
          text: 'Open it on my own phone instead',
          right: false,
          why: 'That goes round the protection. Ask {computers-by} to open the site.',
        },
        {
          text: 'Ask {computers-by} to open it',
          right: true,
          why: 'Yes. Now and then the software blocks something harmless.',
        },
      ],
    },
  },
  unsuitable: {
    heading: 'What nobody looks at, keeps or sends',
    kinds: acceptableUse,
    carries: ['WEB-POOR-1', 'LEG-EXAMPLES', 'WEB-INPLACE-1'],
    text: `Do not look for, open, keep or send anything illegal, pornographic or sexually explicit on our equipment or accounts. The same goes for what is racist, hateful or violent, and for what promotes crime. The list could be longer: if a child or a parent should not see it on your screen, it does not belong there.

What follows is in “If this policy is broken”. What is illegal goes to the police.`,
  },
  'private-use': {
    heading: 'Private use of our accounts and equipment',
    kinds: acceptableUse,
    carries: ['EM-INPLACE-2', 'EM-SAFE-1'],
    text: `You may use our internet and our equipment a little for yourself, in your breaks. It must cost us nothing and break no rule here. Do not use your work email account for private things such as shopping. Think before you do: what you do there is logged.`,
    label: 'A little, in breaks; not from the work email account',
    wordings: {
      none: {
        label: 'None at all',
        standing: 'stricter',
        text: `Do not use our email accounts, our internet or our equipment for private things, such as shopping or personal messages. Emergencies at home are the one exception: use what is at hand, and tell your manager.`,
        rules: [{ act: 'browse', when: { what: 'private' }, atMost: 'poor' }],
        question: {
          asks: 'May you order your shopping on the work computer in your break?',
          matters: 3,
          answers: [
            { text: 'Yes, in my break', right: false, why: 'Here work equipment is for work alone.' },
            {
              text: 'No',
              right: true,
              why: 'Yes, that is right: no. Work equipment is for work alone.',
            },
          ],
        },
      },
      'email-too': {
        label: 'A little, in breaks; the work email account too',
        standing: 'as-guidance',
        text: `You may use our internet, our equipment and your work email account a little for yourself, in your breaks. It must cost us nothing and break no rule here. Do not use the account for anything you would not want us to read: what you do there is logged.`,
      },
    },
    question: {
      asks: 'May you use your work email account to buy something for yourself?',
      matters: 3,
      answers: [
        {
          text: 'No. That account is for work',
          right: true,
          why: 'Yes. A little private use of the internet in breaks is fine; the account is for work.',
        },
        {
          text: 'Yes, in my break',
          right: false,
          why: 'A little private use of the internet is fine in breaks, but not from your work email account.',
        },
      ],
    },
  },
  monitoring: {
    heading: 'What we can see',
    kinds: acceptableUse,
    carries: ['WEB-BEST-1', 'WEB-BEST-2'],
    restsOn: ['monitoring-workers'],
    mind: 'The text says that you made a data protection impact assessment before any monitoring began. Make it before you publish this.',
    text: `We log how our own equipment, accounts and internet are used, to keep children and our systems safe. We do not record what keys are pressed. Before we began, we assessed what it means for your privacy (a data protection impact assessment), and you can ask to see that.

We look at the logs when there is a reason, and only as far as it goes. We never look at your personal accounts.`,
    label: 'Use is logged; keys are not recorded',
    wordings: {
      keys: {
        label: 'Use is logged, and keys can be recorded',
        standing: 'as-guidance',
        text: `We log how our own equipment, accounts and internet are used, to keep children and our systems safe. On some equipment each key pressed can be recorded. If you bank or shop there, our technicians could read your passwords, card numbers and codes, so do not.

Before we began, we assessed what it means for your privacy (a data protection impact assessment), and you can ask to see that. We look at the logs when there is a reason, and only as far as it goes. We never look at your personal accounts.`,
      },
    },
    question: {
      asks: 'Which of these may we look at?',
      matters: 3,
      answers: [
        {
          text: 'The log of what was done on our equipment, when there is a reason',
          right: true,
          why: 'Yes. And you can ask to see how we weighed that against your privacy.',
        },
        {
          text: 'Your own social network profiles, now and then',
          right: false,
          why: 'Never. We do not look up or watch anybody’s personal accounts.',
        },
      ],
    },
  },
  'what-is-kept': {
    heading: 'Keeping and deleting',
    kinds: acceptableUse,
    carries: ['EM-POOR-2', 'PH-POOR-2', 'LS-POOR-2', 'GEN-GUIDE-1', 'BG-5', 'SUM-APP-6.1'],
    text: `Emails, messages, numbers and notes about children and families belong in our systems. Keep none of them for yourself, on paper or on anything of your own. When you leave, you have nothing of theirs.

We keep records for as long as our retention schedule says, and no longer. Do not delete anything that has to do with a worry about a child: ask {designated-person}.`,
    label: 'By the retention schedule',
    wordings: {
      'email-two-years': {
        label: 'By the retention schedule, and emails deleted after two years',
        standing: 'as-guidance',
        text: `Emails, messages, numbers and notes about children and families belong in our systems. Keep none of them for yourself, on paper or on anything of your own. When you leave, you have nothing of theirs.

We keep records for as long as our retention schedule says, and no longer. Emails are deleted after two years, unless they are filed. Do not delete anything that has to do with a worry about a child: ask {designated-person}.`,
      },
    },
    question: {
      asks: 'You are leaving. What do you do with the telephone numbers of families you worked with?',
      matters: 2,
      answers: [
        {
          text: 'Keep them, in case a family needs me',
          right: false,
          why: 'Keep none of them. A family that needs somebody reaches us.',
        },
        {
          text: 'Leave them in our systems, and keep none',
          right: true,
          why: 'Yes. When you leave, you have nothing of theirs.',
        },
      ],
    },
  },
})
