import { from, inTopic, published, since, undated } from './note.ts'

/** Pictures, personal data, watching over workers, and how long things are kept. */
export const data = inTopic(
  { topic: 'data', keeps: 'practice', where: 'United Kingdom' },
  {
    'data-protection-law': {
      title: 'Data protection law is new',
      effect: 'replaces',
      beside: ['EXP-DATAPROTECTION', 'SRC-ICO-1', 'SRC-ICO-3', 'INT-3'],
      text: 'The 1998 Act that stood behind the 2015 text is gone. In its place are the UK GDPR and the Data Protection Act 2018. A photograph in which somebody can be recognised is personal data.',
      sources: [
        from('Information Commissioner’s Office, on photographs in schools', 'A', undated),
        from('National Education Union', 'B', undated),
      ],
    },
    'ico-address': {
      title: 'The Information Commissioner’s address',
      effect: 'moved',
      beside: ['SRC-ICO-URL', 'SRC-ICO-2-URL', 'SRC-ICO-3-URL'],
      text: 'The Information Commissioner’s Office is at ico.org.uk.',
      notVerified: 'Where the two guides that the 2015 text names are now, if they still exist.',
      keeps: 'address',
      sources: [from('Information Commissioner’s Office', 'A', undated, 'ico.org.uk')],
    },
    'picture-basis': {
      title: 'Permission for a picture, and the lawful basis for keeping it, are two things',
      effect: 'adds',
      beside: ['IM-INPLACE-3', 'SRC-CPSU-IMAGES'],
      text: 'The lawful basis for a school’s official photographs is, says the ICO, mostly public task or legitimate interests, and not consent. That a parent and a child agree is a safeguarding question of its own. Keep both, each by itself.',
      notVerified: 'What the Department for Education itself says about photographs.',
      sources: [from('Information Commissioner’s Office, on photographs in schools', 'A', undated)],
    },
    'pictures-against-wishes': {
      title: 'Schools were reprimanded for photographs',
      effect: 'adds',
      beside: ['IM-INPLACE-3', 'IM-INPLACE-2'],
      text: 'The ICO reprimanded two schools that had shared photographs against parents’ wishes. Do not leave it to one person to look at a list.',
      keeps: 'history',
      sources: [
        from('Burnetts solicitors', 'B', published('2020-03-16')),
        from('salaw.com', 'B', published('2020-03')),
      ],
    },
    'picture-permission': {
      title: 'Before a photograph: parent and child both agree',
      effect: 'adds',
      beside: ['IM-INPLACE-3', 'IM-SAFE-2', 'IM-DONT-1'],
      text: 'The NSPCC asks for the parent’s permission and the child’s. Put no names beside pictures; think of children who must not be found; see that clothing is suitable; and say how pictures are stored and protected.',
      sources: [from('NSPCC Learning, photography and sharing images', 'A', published('2022-05-20'))],
    },
    'childrens-code': {
      title: 'The Children’s Code',
      effect: 'adds',
      beside: ['SRC-ICO-2', 'SRC-ICO-3', 'EXP-INFOGOV'],
      text: 'Online services that under-18s are likely to come to have had to meet 15 standards since 2 September 2021, with privacy set high to begin with. A school as such is not such a service. Use it as a measure for any page that children see.',
      notVerified: 'What the ICO holds about charities’ own pages for children.',
      sources: [
        from('Bird and Bird, on the Age Appropriate Design Code', 'B', since('2021-09-02')),
        from('schoolsdpo.com', 'B', published('2021-06-16')),
      ],
    },
    dpia: {
      title: 'An impact assessment first, where the risk is high',
      effect: 'adds',
      beside: ['EXP-DATAPROTECTION', 'EXP-INFOGOV'],
      text: 'Before personal data is put to a use that is likely to bring a high risk, a data protection impact assessment (DPIA) is needed. Signs of it are data about children, people who are vulnerable, and monitoring by system.',
      sources: [
        from('Information Commissioner’s Office, when a DPIA is needed', 'A', undated),
        from('Information Commissioner’s Office, toolkit on children’s data', 'A', undated),
      ],
    },
    'monitoring-workers': {
      title: 'Monitoring people at work: a warning is not enough',
      effect: 'corrects',
      beside: ['WEB-BEST-1', 'WEB-BEST-2'],
      text: 'To tell people that they are monitored is no longer enough. The ICO’s guidance covers everybody who works for an organisation, whatever their contract. An impact assessment has to be made before email, messages or keystrokes are watched, and people are to be told openly.',
      sources: [
        from('insideprivacy.com, on the ICO’s guidance of 3 October 2023', 'B', published('2023-10')),
        from('trilateralresearch.com, on the same', 'B', published('2023-10')),
      ],
    },
    'data-complaints': {
      title: 'Complaints about personal data',
      effect: 'adds',
      beside: ['EXP-DATAPROTECTION', 'SRC-ICO-1'],
      text: 'By 19 June 2026 every organisation has to have a way to complain about how it handles personal data, and to acknowledge a complaint within 30 days. The same Act (Data (Use and Access) Act 2025) makes a new lawful basis, recognised legitimate interest, and safeguarding is one of them.',
      notVerified: 'Whether the new lawful basis is in force yet.',
      sources: [
        from('scl.org and Peninsula, on the Act', 'B', published('2025-06-19')),
        from('Slaughter and May', 'B', published('2026-03-13')),
      ],
    },
    'data-breach': {
      title: 'When personal data gets out: 72 hours',
      effect: 'adds',
      beside: ['EXP-DATAPROTECTION', 'INT-3'],
      text: 'Tell the ICO of a serious personal data breach within 72 hours of finding it, and keep a log of every breach, serious or not.',
      sources: [
        from('Information Commissioner’s Office, for small organisations', 'A', undated, 'ico.org.uk'),
      ],
    },
    'keep-child-file': {
      title: 'How long: a child protection file',
      effect: 'adds',
      beside: ['BG-5', 'EXP-INFOGOV'],
      text: 'The usual rule for schools is until 25 years after the child was born, and then a review. It is advice, and your organisation sets its own period.',
      notVerified: 'The toolkit’s edition of today, in full.',
      sources: [from('dataprotection.education, on the IRMS schools toolkit', 'B', published('2021'))],
    },
    'keep-allegation': {
      title: 'How long: an allegation against an adult',
      effect: 'adds',
      beside: ['BG-5', 'EXP-INFOGOV'],
      text: 'Until the person’s normal pension age, or for 10 years after the allegation was made, whichever is later. An allegation found malicious or false comes off the personnel file, unless the person agrees to its staying.',
      notVerified:
        'Where the newest schools guidance says so, and whether the 10 years hold for files at the local authority.',
      keeps: 'statutory',
      where: 'England',
      sources: [
        from(
          'National Education Union, on recording allegations',
          'B',
          undated,
          'neu.org.uk/advice/recording-allegations-abuse',
        ),
        from('Keeping Children Safe in Education, from an older edition', 'B', published('2021')),
      ],
    },
    'keep-voluntary': {
      title: 'How long: voluntary bodies',
      effect: 'adds',
      beside: ['BG-5', 'EXP-INFOGOV'],
      text: 'The NSPCC has guidelines for voluntary bodies on keeping and storing child protection records. They were renewed in September 2023.',
      notVerified: 'What they say: the full text was not read.',
      sources: [
        from(
          'Child Protection in Sport Unit, list of resources',
          'B',
          published('2023-09'),
          'thecpsu.org.uk',
        ),
      ],
    },
    'keep-dbs': {
      title: 'How long: what a DBS certificate says',
      effect: 'adds',
      beside: ['EXP-INFOGOV'],
      text: 'As a rule until the decision it was wanted for, and six months after that at most. Have a written policy, and log who saw it.',
      notVerified: 'The DBS Code itself: a summary of it was read.',
      where: 'England and Wales',
      sources: [
        from('ucheck, a summary of the DBS Code', 'B', undated),
        from('NCVO', 'B', published('2023-04-26')),
        from('Gateshead Council', 'B', undated),
      ],
    },
  },
)
