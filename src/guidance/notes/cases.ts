import { from, inTopic, published } from './note.ts'

/** What is known today of the three cases. The document does not name them, so a note says that the facts match. */
export const caseNotes = inTopic(
  { topic: 'cases', keeps: 'history', where: 'England and Wales' },
  {
    'case-one-matches': {
      title: 'The first case: dismissal was fair',
      effect: 'adds',
      beside: ['CASE-1-OUTCOME', 'CASE-1-FACTS'],
      text: 'The facts match Preece v JD Wetherspoons plc (2011). The tribunal found the dismissal fair. It would itself have leaned towards a final written warning; what decided it was that the employer had a clear policy.',
      sources: [
        from('Doyle Clayton solicitors, on ET/2104806/10', 'B', published('2011-05-13')),
        from('XpertHR', 'B', published('2011-03-31')),
      ],
    },
    'case-two-unfair': {
      title: 'The second case: dismissal was unfair',
      effect: 'corrects',
      beside: ['CASE-2-OUTCOME', 'CASE-2-FACTS'],
      text: 'The 2015 text leaves out how this ended. The facts match Stephens v Halfords plc (2011), and there the tribunal found the dismissal unfair. He had a clean record, said sorry, and took the page down as soon as he had read the policy. He was awarded £11,350.',
      sources: [
        from('Clarkslegal, on ET/1700796/10', 'B', published('2011-02-25')),
        from('thehrdirector.com', 'B', published('2011-02')),
      ],
    },
    'case-three-unknown': {
      title: 'The third case: not found',
      effect: 'reads',
      beside: ['CASE-3-FACTS', 'CASE-3-DETAIL-1', 'CASE-3-DETAIL-2'],
      text: 'We found no published case that these facts match, so the story stands here on the 2015 text’s word alone.',
      notVerified: 'Which case it was, and how it ended.',
      sources: [from('The 2015 guidance itself', 'A', published('2015-07'))],
    },
  },
)
