import { from, inTopic, published, undated } from './note.ts'

/** What to do about a worry today, and where to take it. 999 and the designated person come before any of it. */
export const concerns = inTopic(
  { topic: 'concerns', keeps: 'address' },
  {
    lado: {
      title: 'A worry about an adult who works with children: tell the LADO',
      effect: 'corrects',
      beside: ['REP-3', 'REP-4'],
      text: 'The 2015 text leaves out a step. An allegation about somebody who works with children goes to the local authority’s designated officer (LADO) within one working day, and straight away when it is urgent. One of the four tests is whether the person may be unsuitable to work with children. How soon differs from place to place: one council says 24 hours.',
      keeps: 'statutory',
      where: 'England',
      notVerified: 'What Working Together 2026 says of the time limit.',
      sources: [
        from('Luton, Cornwall and North Yorkshire councils’ pages', 'B', undated),
        from('Essex council’s page (24 hours)', 'B', undated),
      ],
    },
    'low-level': {
      title: 'Low-level concerns count too',
      effect: 'adds',
      beside: ['REP-2', 'BG-2', 'GEN-GUIDE-2'],
      text: 'Say it even when it is only a nagging doubt: that an adult, at work or away from it, has not kept to the code of conduct, though nothing points to harm. For example being over-friendly, having favourites, taking photographs on a phone of their own against the policy, or being alone with one child behind a closed door.',
      keeps: 'statutory',
      where: 'England',
      sources: [from('Judicium, quoting Keeping Children Safe in Education', 'B', published('2024-01-24'))],
    },
    'never-copy': {
      title: 'Nude and sexual pictures of children: never look, never copy',
      effect: 'corrects',
      beside: ['REP-3', 'REP-5', 'REP-IWF', 'IM-POOR-1'],
      text: 'The 2015 text leaves this out, and following it without could do harm. Do not look at, copy, print, share, store or save a nude or sexual picture of a child, and do not ask a child to send, show or download one. Tell your designated person at once. An adult who shares such a picture is committing child sexual abuse: that is for the police, urgently. Clubs and groups outside school can work this way too.',
      keeps: 'statutory',
      sources: [
        from('UK Council for Internet Safety, on nudes and semi-nudes, gov.uk', 'A', published('2024-03-11')),
      ],
    },
    'ceop-address': {
      title: 'CEOP: where to report now',
      effect: 'corrects',
      beside: ['REP-CEOP', 'REP-4', 'SRC-CEOP-1', 'SRC-CEOP-2', 'SRC-CEOP-URL', 'WEB-GOOD-2'],
      text: 'Do not use the address that the 2015 text prints for reporting. Report to CEOP at www.ceop.police.uk/Safety-Centre. It is part of the National Crime Agency. Children, parents and professionals can report sexual abuse and grooming online. It does not take bullying, false accounts or hacking, and it will ask who you are.',
      notVerified: 'Who holds the address www.ceop.uk today.',
      sources: [
        from('CEOP, Safety Centre', 'A', undated, 'www.ceop.police.uk/Safety-Centre'),
        from('A school’s page, that one cannot report without a name', 'B', undated),
      ],
    },
    'ceop-education': {
      title: 'Thinkuknow is now CEOP Education',
      effect: 'moved',
      beside: ['SRC-THINKUKNOW-URL', 'SRC-CEOP-1'],
      text: 'The education programme that was called Thinkuknow is CEOP Education, at www.ceopeducation.co.uk.',
      sources: [
        from('CEOP Education', 'A', undated, 'www.ceopeducation.co.uk'),
        from('edushield.org.uk, on Keeping Children Safe in Education 2025', 'B', published('2025-09')),
      ],
    },
    'iwf-remit': {
      title: 'Internet Watch Foundation: what it takes, and where',
      effect: 'corrects',
      beside: ['REP-IWF', 'SRC-IWF', 'SRC-IWF-URL'],
      text: 'Report at www.iwf.org.uk/report, not at the address printed in the 2015 text. You need not give your name; give the web address of what you saw. The IWF now takes pictures of child sexual abuse and nothing else: criminal obscenity and racial hatred are no longer for it.',
      notVerified: 'Who holds the address www.iwf.org today.',
      sources: [
        from('Internet Watch Foundation, questions and answers', 'A', undated, 'www.iwf.org.uk/faqs'),
        from('crystaline.uk, an interview with an IWF analyst', 'B', undated),
      ],
    },
    'report-remove': {
      title: 'Report Remove: a child can have their own picture taken down',
      effect: 'adds',
      beside: ['REP-IWF', 'SRC-CHILDLINE'],
      text: 'Somebody under 18 whose nude picture has got out can ask Childline and the IWF, through Report Remove, to have it taken down. No adult has to see the picture, and none should.',
      sources: [
        from('Internet Watch Foundation, Report Remove', 'A', undated),
        from('NSPCC Learning, on Report Remove', 'A', undated),
      ],
    },
    'report-harmful-content': {
      title: 'Report Harmful Content: for what is legal and still does harm',
      effect: 'adds',
      beside: ['REP-2', 'SRC-IWF'],
      text: 'Since December 2018 anybody over 13 can ask for help with eight kinds of content that is within the law and does harm. South West Grid for Learning runs it for the UK Safer Internet Centre, at reportharmfulcontent.com.',
      sources: [
        from('Report Harmful Content, questions and answers', 'A', undated, 'reportharmfulcontent.com'),
        from('South West Grid for Learning', 'A', undated, 'swgfl.org.uk'),
      ],
    },
    'professionals-helpline': {
      title: 'A helpline for those who work with children',
      effect: 'adds',
      beside: ['SRC-0', 'SRC-TEACHTODAY'],
      text: 'The Professionals Online Safety Helpline advises everybody who works or volunteers with children, about children’s trouble online or their own: 0344 381 4772.',
      notVerified: 'Its hours, and whether it still runs in 2026: what was found is from about 2018 to 2020.',
      sources: [
        from('NAHT, on the helpline', 'B', published('2018')),
        from('South West Grid for Learning, on the helpline', 'B', published('2020')),
      ],
    },
    childline: {
      title: 'Childline: the same number',
      effect: 'confirms',
      beside: ['SRC-CHILDLINE'],
      text: 'The number is 0800 1111 still: free, day and night, up to the age of 19. Children can also talk to Childline online and by email.',
      sources: [
        from('NSPCC Learning, Childline', 'A', undated, 'learning.nspcc.org.uk/services/childline'),
        from('Sunderland Echo, for the number', 'B', published('2022-08-28')),
      ],
    },
    'nspcc-helpline': {
      title: 'NSPCC: for an adult who is worried about a child',
      effect: 'adds',
      beside: ['REP-4', 'SRC-0'],
      text: 'The NSPCC’s helpline for adults is 0808 800 5000, or help@nspcc.org.uk. It is no longer answered all day and night, and its hours have changed more than once, so none are given here.',
      notVerified: 'Its hours today.',
      sources: [
        from('NSPCC pages', 'A', published('2020')),
        from('A school’s page, for number and email', 'C', published('2025')),
      ],
    },
    whistleblowing: {
      title: 'NSPCC: when your own organisation does not act',
      effect: 'adds',
      beside: ['REP-4', 'BG-2'],
      text: 'Staff and volunteers who think that their organisation is not dealing with a worry can ask the NSPCC’s whistleblowing advice line: 0800 028 0285.',
      notVerified: 'Its hours today.',
      sources: [from('NSPCC and PACEY, at the line’s launch', 'A', published('2016-02'))],
    },
    ukcis: {
      title: 'What followed the Home Office’s task force',
      effect: 'replaces',
      beside: ['SRC-HOTASKFORCE', 'SRC-HOTASKFORCE-2', 'SRC-HOTASKFORCE-3', 'SRC-HOTASKFORCE-4'],
      text: 'The task force was followed by the UK Council for Child Internet Safety, and that by the UK Council for Internet Safety (UKCIS).',
      notVerified: 'Whether any of the Home Office addresses still answers. They look like history.',
      keeps: 'practice',
      sources: [
        from('gov.uk page of the council, a copy', 'B', published('2018')),
        from('ITPro, on the change', 'B', published('2018')),
      ],
    },
    'services-renamed': {
      title: 'Skype has gone; Twitter is X',
      effect: 'corrects',
      beside: ['LS-DEF-1', 'SN-DEF-1', 'PH-DONT-NOTE', 'INT-1'],
      text: 'Skype was closed on 5 May 2025. Twitter goes by the name of X. What the 2015 text says of them holds for whatever took their place.',
      notVerified: 'What became of Bebo, MySpace, MSN and Yahoo.',
      keeps: 'practice',
      sources: [
        from('Business Today, on Skype', 'B', published('2025-05-03')),
        from('infotec.news, on Twitter', 'B', published('2024-02-05')),
      ],
    },
  },
)
