import { both, inTheme } from '../clause.ts'

/** How the policy is kept to: induction, exceptions, the law, and what follows when it is broken. */
export const keeping = inTheme({
  induction: {
    heading: 'When you are new, and again later',
    kinds: both,
    carries: ['SN-INPLACE-3', 'LEG-0', 'GEN-APP-6'],
    mind: 'Managers know that they go through it with everybody who is new.',
    text: `This policy is part of your induction. You go through it with your manager, with true cases and with what the law can do. You also talk about how you appear online, and why a professional presence matters. When it falls due again, you go through the questions again.`,
  },
  exceptions: {
    heading: 'Exceptions',
    kinds: both,
    carries: ['GEN-STATUS', 'PH-SAFE-1', 'IM-SAFE-1', 'LS-SAFE-1'],
    text: `Most rules here have no exception. Where one can be made, {exceptions-by} decides it beforehand and on the record, with the reason. It ends on a day that is written down, a year later at most. Nobody decides for themselves. Without it on the record, there is no exception.`,
    label: 'By a senior manager, a year at most',
    wordings: {
      'three-months': {
        label: 'By a senior manager, three months at most',
        standing: 'stricter',
        text: `Most rules here have no exception. Where one can be made, {exceptions-by} decides it beforehand and on the record, with the reason. It ends on a day that is written down, three months later at most. Nobody decides for themselves. Without it on the record, there is no exception.`,
      },
    },
    question: {
      asks: 'A colleague says that {exceptions-by} agreed to an exception on the telephone. It is not on the record. Is there one?',
      matters: 2,
      answers: [
        {
          text: 'Yes, if I trust my colleague',
          right: false,
          why: 'What is not on the record is no exception. Ask for it to be written down first.',
        },
        {
          text: 'No, not until it is on the record',
          right: true,
          why: 'Yes, that is right: without it on the record, there is no exception.',
        },
      ],
    },
  },
  'the-law': {
    heading: 'What the law says',
    kinds: both,
    carries: [
      'LEG-0',
      'LEG-EXAMPLES',
      'LEG-HEAD',
      'LEG-THREAT-1',
      'LEG-HARASS-1',
      'LEG-FEAR-1',
      'LEG-MALCOMMS-1',
      'LEG-DAMAGE-1',
      'LEG-INTENT-1',
      'GEN-APP-6',
    ],
    restsOn: [
      'threats-to-kill',
      'threats-to-damage',
      'fear-of-violence',
      'malicious-two-years',
      'malicious-narrower',
      'threatening-messages',
      'false-messages',
      'sexual-communication',
      'intimate-pictures',
      'cyberflashing',
      'self-harm',
      'harassment',
      'harassment-alarm-distress',
      'position-of-trust',
    ],
    text: `Some of what is done online is a crime, on a phone, by email or on a social network. This is the law of England and Wales as it was checked in August 2026, and it is not legal advice. The figures are the longest prison terms that a court can give.

- Threatening to kill, or to destroy or damage property: 10 years.
- Making somebody fear violence: 10 years, and 14 where race or religion makes it worse.
- Indecent or grossly offensive messages, sent to distress: 2 years.
- Sexual communication with a child under 16: 2 years.
- Sending somebody a picture of genitals, to distress them or for gratification: 2 years.
- Sharing somebody’s intimate picture without consent, or threatening to: 6 months, or 2 years where it is meant to distress or for gratification.
- Encouraging serious self-harm: 5 years.
- Knowingly false messages, meant to do real harm: 6 months.
- Harassment, and meaning to cause alarm or distress: 6 months.

Threats of death, rape or serious injury in a message are a crime by themselves. So is abusing a position of trust, and that takes in those who coach, teach or train in sport or religion. To share a sexual picture of a child is child sexual abuse.

Racist, pornographic and sexually explicit material, and what promotes crime or intolerance, has no place in our work even where no law is broken.`,
    question: {
      asks: 'You write something in anger online, and delete it an hour later. Can it still be a crime?',
      matters: 3,
      answers: [
        {
          text: 'Yes. It was sent, and others may have kept it',
          right: true,
          why: 'Yes. Threats, harassment and grossly offensive messages can be crimes when they are sent.',
        },
        {
          text: 'No, what is deleted is gone',
          right: false,
          why: 'It was sent all the same, and somebody may have copied it.',
        },
      ],
    },
  },
  'if-broken': {
    heading: 'If this policy is broken',
    kinds: both,
    carries: [
      'EM-INPLACE-3',
      'WEB-INPLACE-1',
      'SN-INPLACE-1',
      'WEB-POOR-2',
      'SUM-APP-6.2',
      'GEN-APP-6',
      'SUM-APP-6.1',
      'SN-RISK-1',
      'SN-RISK-2',
      'EM-RISK-1',
      'IM-RISK-1',
      'PH-RISK-2',
      'LS-RISK-1',
      'WEB-RISK-1',
    ],
    text: `Tell your manager, even when it was a mistake. A slip that is told early is mostly put right with advice or training.

How serious it is decides what follows, by our disciplinary and capability procedures. We may:

- give advice, training or closer supervision
- take back equipment, or close accounts
- begin capability or disciplinary proceedings, which can end in dismissal or the end of volunteering
- tell the body that registers you
- tell the police

Breaking these rules also leaves you open to harassment, to bullying and to allegations that you cannot answer.`,
    question: {
      asks: 'You notice that you broke a rule of this policy by mistake. What is best?',
      matters: 2,
      answers: [
        {
          text: 'Put it right quietly, so that nobody is worried',
          right: false,
          why: 'What is hidden looks worse when it is found. Tell your manager early.',
        },
        {
          text: 'Tell my manager the same day',
          right: true,
          why: 'Yes. A slip that is told early is mostly put right with advice.',
        },
      ],
    },
  },
})
