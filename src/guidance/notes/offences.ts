import { from, inTopic, published, since, undated } from './note.ts'

const cps = from(
  'Crown Prosecution Service, communications offences',
  'A',
  since('2024-01-31'),
  'www.cps.gov.uk/node/5627',
)

/** What has become of the offences and penalties that the document printed. England and Wales only. */
export const offences = inTopic(
  { topic: 'offences', keeps: 'penalty', where: 'England and Wales' },
  {
    'threats-to-kill': {
      title: 'Threats to kill',
      effect: 'confirms',
      beside: ['LEG-THREAT-1', 'LEG-THREAT-3'],
      text: 'The most for threats to kill is 10 years still. Either court may try it (Offences against the Person Act 1861, section 16).',
      sources: [from('Sentencing Council, guideline on threats to kill', 'A', since('2018-10-01'))],
    },
    'fear-of-violence': {
      title: 'Fear of violence is now up to 10 years',
      effect: 'corrects',
      beside: ['LEG-FEAR-3'],
      text: 'The most is now 10 years, twice what the 2015 text says, and 14 where race or religion aggravates it. It counts only for what was done after the change came into force (Policing and Crime Act 2017, section 175).',
      notVerified: 'The day on which the 10 years came into force.',
      sources: [
        from(
          'Policing and Crime Act 2017, section 175, a copy at crimeline.co.uk',
          'A',
          published('2026-04-10'),
        ),
      ],
    },
    'malicious-two-years': {
      title: 'Malicious messages are now up to 2 years',
      effect: 'corrects',
      beside: ['LEG-MALCOMMS-2'],
      text: 'The 6 months of the 2015 text is no longer the most: before a jury it is 2 years (Criminal Justice and Courts Act 2015, section 32).',
      notVerified: 'The day on which the 2 years came into force.',
      sources: [
        from(
          'Criminal Justice and Courts Act 2015, explanatory notes, legislation.gov.uk',
          'A',
          published('2015'),
        ),
      ],
    },
    'malicious-narrower': {
      title: 'What a malicious message is has changed',
      effect: 'corrects',
      beside: ['LEG-MALCOMMS-1'],
      text: 'The Malicious Communications Act 1988 now covers only what is indecent or grossly offensive. Threats and false messages were taken out of it and have offences of their own in the Online Safety Act 2023.',
      sources: [cps],
    },
    'threatening-messages': {
      title: 'Threatening communications: a new offence',
      effect: 'adds',
      beside: ['LEG-HEAD', 'LEG-MALCOMMS-1', 'LEG-THREAT-1'],
      text: 'Sending a threat is an offence by itself when it is of death, rape, assault by penetration, serious injury, or a grave loss of money (Online Safety Act 2023, section 181).',
      notVerified:
        'The most that a court can give for this offence alone. “Up to five years” was said of several new offences together.',
      sources: [
        from('Online Safety Act 2023, section 181, legislation.gov.uk', 'A', since('2024-01-31')),
        cps,
      ],
    },
    'false-messages': {
      title: 'False communications: a new offence',
      effect: 'adds',
      beside: ['LEG-HEAD', 'LEG-MALCOMMS-1'],
      text: 'It is an offence to send what one knows to be false, meaning to do somebody real harm of mind or body. Magistrates can give up to 6 months (Online Safety Act 2023, section 179); it would be 51 weeks if a change made to sentencing in 2003 were ever brought in.',
      sources: [from('Online Safety Act 2023, section 179, legislation.gov.uk', 'A', since('2024-01-31'))],
    },
    'self-harm': {
      title: 'Encouraging serious self-harm: a new offence',
      effect: 'adds',
      beside: ['LEG-HEAD'],
      text: 'Encouraging or helping somebody to harm themselves seriously can bring 5 years before a jury (Online Safety Act 2023, section 184). Since 8 January 2026 online services have to treat it as a priority offence.',
      sources: [from('policy-wire.co.uk, on the priority offence', 'B', since('2026-01-08')), cps],
    },
    cyberflashing: {
      title: 'Cyberflashing: a new offence',
      effect: 'adds',
      beside: ['LEG-HEAD', 'LEG-EXAMPLES'],
      text: 'Sending somebody a picture of genitals to distress them, or for sexual gratification, can bring up to 2 years (Sexual Offences Act 2003, section 66A).',
      sources: [from('Mishcon de Reya, on the new offences', 'B', published('2024-03-07')), cps],
    },
    'intimate-pictures': {
      title: 'Sharing intimate pictures: a new offence',
      effect: 'adds',
      beside: ['LEG-HEAD', 'LEG-EXAMPLES'],
      text: 'Sharing an intimate picture of somebody without their consent, or threatening to, is an offence: up to 6 months, or 2 years where it is done to distress or for gratification (Sexual Offences Act 2003, section 66B).',
      sources: [from('upday.com, on the government’s announcement', 'B', since('2024-01-31')), cps],
    },
    'sexual-communication': {
      title: 'Sexual communication with a child: missing from the 2015 list',
      effect: 'adds',
      beside: ['LEG-HEAD', 'GEN-INAPP-3', 'SUM-INAPP-3', 'REP-CEOP'],
      text: 'Since 3 April 2017 it is an offence for an adult to communicate sexually with a child under 16. Either court may try it; the most is 2 years (Sexual Offences Act 2003, section 15A).',
      sources: [
        from('Ministry of Justice circular 2017/01, a copy at constabulary.org.uk', 'A', since('2017-04-03')),
      ],
    },
    'position-of-trust': {
      title: 'Positions of trust now include sport and religion',
      effect: 'adds',
      beside: ['CASE-3-FACTS', 'GEN-GUIDE-2'],
      text: 'The offences of abusing a position of trust now also bind those who coach, teach, train, supervise or instruct in a sport or a religion (Sexual Offences Act 2003, section 22A).',
      sources: [
        from('gov.uk factsheet on positions of trust', 'A', published('2022-08-20')),
        from('Basketball England, on the change', 'B', since('2022-06-28')),
      ],
    },
    'threats-to-damage': {
      title: 'Threats to damage property',
      effect: 'confirms',
      beside: ['LEG-DAMAGE-1', 'LEG-DAMAGE-3'],
      text: 'The most for threats to destroy or damage property is 10 years still, and either court may try it (Criminal Damage Act 1971, section 2).',
      sources: [from('Sentencing Council guideline, a copy', 'C', since('2019-10-01'))],
    },
    harassment: {
      title: 'Harassment',
      effect: 'confirms',
      beside: ['LEG-HARASS-1', 'LEG-HARASS-2'],
      text: 'Harassment is still for magistrates only: up to 6 months, a fine at level 5, or both (Protection from Harassment Act 1997, section 2).',
      sources: [from('Protection from Harassment Act 1997, a copy at vLex', 'C', undated)],
    },
    'harassment-alarm-distress': {
      title: 'Intended harassment, alarm or distress',
      effect: 'confirms',
      beside: ['LEG-INTENT-1', 'LEG-INTENT-2'],
      text: 'This too is still for magistrates only: up to 6 months, a fine at level 5, or both (Public Order Act 1986, section 4A).',
      sources: [from('points2prove.co.uk, on section 4A', 'C', undated)],
    },
    'magistrates-twelve-months': {
      title: 'Magistrates can give 12 months where either court may try',
      effect: 'corrects',
      beside: ['LEG-THREAT-2', 'LEG-FEAR-2', 'LEG-MALCOMMS-2', 'LEG-DAMAGE-2', 'LEG-SUMMARY'],
      text: 'Threats to kill, fear of violence, malicious messages and threats to damage may be tried by either court. For one of these, magistrates can give up to 12 months where the conviction is on or after 18 November 2024. For offences that are theirs alone it stays at 6 months.',
      notVerified: 'Whether magistrates’ powers have changed again since.',
      sources: [
        from('Police National Legal Database, update', 'B', since('2024-11-18')),
        from('Hallinans solicitors, on the change', 'B', since('2024-11-18')),
      ],
    },
    'other-nations': {
      title: 'England and Wales only',
      effect: 'reads',
      beside: ['LEG-0', 'LEG-HEAD'],
      text: 'What stands here about offences and penalties is the law of England and Wales. Scotland and Northern Ireland have their own, and the 2015 text does not say so.',
      notVerified: 'The penalties in Scotland and in Northern Ireland: they were not looked up.',
      sources: [from('The 2015 guidance itself, read beside the Acts', 'A', published('2015-07'))],
    },
  },
)
