import { from, inTopic, published, since, undated } from './note.ts'

/** Who answers for safeguarding today, and what became of the guidance that the document builds on. */
export const charge = inTopic(
  { topic: 'charge', keeps: 'statutory', where: 'England' },
  {
    'review-overdue': {
      title: 'The 2015 guidance was never reviewed',
      effect: 'corrects',
      beside: ['META-REVIEW'],
      text: 'Its own date for a review was July 2018. No later edition is known to us, so treat every figure, name and address in it as one of 2015 and look for what stands beside it.',
      keeps: 'history',
      notVerified: 'Whether the publisher’s successor has replaced it since.',
      sources: [from('The 2015 guidance itself, its title page', 'A', published('2015-07'))],
    },
    'boards-abolished': {
      title: 'Local safeguarding children boards are gone',
      effect: 'replaces',
      beside: ['META-PUBLISHED', 'EXP-0', 'INT-4'],
      text: 'The Children and Social Work Act 2017 did away with them. Three safeguarding partners took over in each area, local authority, police and health. They had until 29 June 2019 to publish their arrangements.',
      keeps: 'history',
      sources: [
        from('Bevan Brittan, on the new arrangements', 'B', published('2018-11-26')),
        from(
          'Islington Safeguarding Children Partnership, About us',
          'B',
          undated,
          'islingtonscp.org.uk/about-us',
        ),
      ],
    },
    'swindon-partnership': {
      title: 'Who followed the publisher',
      effect: 'replaces',
      beside: ['META-PUBLISHER-0', 'META-PUBLISHED'],
      text: 'In Swindon the board’s place was taken by the Swindon Safeguarding Partnership.',
      keeps: 'history',
      sources: [
        from(
          'Swindon Safeguarding Partnership',
          'A',
          published('2019'),
          'safeguardingpartnership.swindon.gov.uk',
        ),
      ],
    },
    'working-together-2023': {
      title: 'Working Together 2023',
      effect: 'adds',
      beside: ['BG-3'],
      text: 'The government’s guidance on working together to safeguard children had a new edition on 15 December 2023, in place of the one of 2018. It has been replaced since.',
      keeps: 'history',
      sources: [
        from('Sutton Local Safeguarding Children Partnership', 'B', published('2023-12-15')),
        from('Staffordshire Safeguarding Children Board', 'B', published('2024-02-05')),
      ],
    },
    'working-together-2026': {
      title: 'Working Together 2026 is the one to use',
      effect: 'replaces',
      beside: ['BG-3'],
      text: 'The 2026 edition has taken the place of the one of 2023.',
      notVerified: 'The day it came out, and what it says of the time in which the LADO is told.',
      sources: [
        from(
          'Leeds Safeguarding Children Partnership',
          'B',
          published('2026'),
          'www.leedsscp.org.uk/news/working-together-safeguard-children-2026-whats-changed',
        ),
        from('independentsafeguardingservice.org, which names it', 'B', undated),
      ],
    },
    'schools-act-2026': {
      title: 'Children’s Wellbeing and Schools Act 2026',
      effect: 'adds',
      beside: ['EXP-0', 'SRC-ICO-3'],
      text: 'Enacted on 29 April 2026. By its section 2, agencies of education and childcare become part of the local safeguarding arrangements. By its title it is also about keeping children from some internet services, and the age at which a child can consent to the use of their data.',
      where: 'England and Wales',
      notVerified: 'Which sections are in force yet.',
      sources: [
        from(
          'Children’s Wellbeing and Schools Act 2026, section 2',
          'A',
          published('2026-04-29'),
          'www.legislation.gov.uk/ukpga/2026/21/section/2',
        ),
      ],
    },
    'duty-to-report': {
      title: 'A duty to report child sexual abuse is on its way',
      effect: 'adds',
      beside: ['REP-3', 'REP-4'],
      text: 'The Crime and Policing Act 2026 was enacted on 29 April 2026. While it was a Bill it put a duty on adults in certain work with children in England: report child sexual abuse to the police or the local authority as soon as they can. Report it in any case: the guidance says so already.',
      notVerified: 'The section, its final words, and whether it is in force.',
      sources: [
        from('The Act, a copy', 'B', published('2026-04-29'), 'beta.acthub.uk/uk/ukpga/2026-20'),
        from('gov.uk, memorandum on the Bill, clause 77', 'A', published('2026-02-13')),
        from('NSPCC Learning', 'B', published('2025-09')),
      ],
    },
    'safer-working-practice': {
      title: 'Safer Working Practice has newer editions',
      effect: 'replaces',
      beside: ['BG-3'],
      text: 'The 2007 guidance was followed in October 2015 by the Safer Recruitment Consortium’s, for education, revised in May 2019: it says more on writing to children, technology and photographs. It is advice and not law.',
      notVerified: 'Whether there is an edition after 2019.',
      sources: [
        from('Norfolk, MI sheet 84/19', 'B', published('2019-06')),
        from('Stone King solicitors', 'B', published('2019-06')),
        from('Wolverhampton safeguarding news', 'B', published('2019-06')),
      ],
    },
    'kcsie-2025': {
      title: 'Keeping Children Safe in Education 2025',
      effect: 'adds',
      beside: ['EXP-0', 'WEB-GOOD-1', 'WEB-GOOD-2', 'SRC-THINKUKNOW-URL'],
      text: 'The 2025 edition, from 1 September 2025, is the newest that we know to be in force. It made technical changes, names misinformation, disinformation and conspiracy theories as dangers online, and points to CEOP Education in place of Thinkuknow.',
      sources: [
        from('wslaw.co.uk', 'B', since('2025-09-01')),
        from('Doyle Clayton solicitors', 'B', since('2025-09-01')),
        from('edushield.org.uk', 'B', published('2025-09')),
      ],
    },
    'kcsie-2026': {
      title: 'Keeping Children Safe in Education 2026 was consulted on',
      effect: 'adds',
      beside: ['EXP-0', 'WEB-GOOD-1', 'REP-4'],
      text: 'From 12 February to 22 April 2026 the government asked about 24 changes for September 2026. Among them: thinking of the LADO earlier, pictures made by computer, and a look at filtering every year.',
      notVerified: 'What the final text says. We saw a draft only.',
      sources: [
        from('Farrer and Co', 'B', published('2026-02')),
        from('rlbsafeguarding.co.uk and safeguarding.network', 'B', published('2026-02')),
      ],
    },
    'out-of-school': {
      title: 'Clubs, tuition and faith groups',
      effect: 'adds',
      beside: ['EXP-0', 'META-AUDIENCE-1'],
      text: 'The Department for Education has a voluntary code for clubs, tuition and faith groups, first published on 21 October 2020, and guidance for those who run after-school clubs, community activities and tuition. What it tells parents was renewed on 6 February 2026.',
      sources: [
        from('gov.uk, the voluntary code', 'A', published('2020-10-21')),
        from('govwire.co.uk, on guidance for providers', 'B', published('2023-09-19')),
        from('govdiff, a copy of the guidance for parents', 'C', published('2026-02-06')),
      ],
    },
  },
)
