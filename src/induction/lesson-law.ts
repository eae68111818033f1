import { note } from '../guidance/index.ts'
import { type Offence, offences } from '../library/index.ts'
import type { CourseLesson } from './lesson.ts'
import type { FactQuestion } from './question.ts'

/** What can be given now, out of the table that a test holds to the notes: never written down here. */
function penaltyQuestion({ name: offence, says, in2015, today, by }: Offence): FactQuestion {
  const [then, now] = [in2015.jury ?? in2015.magistrates, today.jury ?? today.magistrates]
  const because = by.map(id => note(id).text).join(' ')
  const answerOf = (words: string) => ({ words, right: words === now, why: because })
  return {
    id: 'law/1',
    kind: 'fact',
    says: `${offence}, online or anywhere else: the 2015 text says that a court can give up to ${then}.`,
    asks: 'What is the most that a court in England and Wales can give now?',
    teaches: [says],
    answers: [answerOf(then), answerOf(now), answerOf('20 years')],
  }
}

const fear = offences.find(({ says }) => says === 'LEG-FEAR-1')
if (!fear) throw new Error('the offence that the lesson on the law asks about is not in the table')

/** The law, with questions that follow what the notes say now. */
export const lawLesson: CourseLesson = {
  id: 'law',
  title: 'The law, then and now',
  inShort: 'What can come of it when online services are misused.',
  minutes: 3,
  questions: [
    penaltyQuestion(fear),
    {
      id: 'law/2',
      kind: 'fact',
      says: 'An adult sends sexual messages to a 15-year-old. They have never met, and there are no pictures.',
      asks: 'Is that an offence in England and Wales?',
      teaches: ['LEG-HEAD'],
      answers: [
        { words: 'Only if they meet', right: false, why: note('sexual-communication').text },
        { words: 'Yes, the messages alone are', right: true, why: note('sexual-communication').text },
        { words: 'No: it is not in the 2015 list', right: false, why: note('sexual-communication').text },
      ],
    },
    {
      id: 'law/3',
      kind: 'fact',
      says: 'Somebody you work with passes on racist jokes by work email. “It is only a bit of fun,” he says, “and nobody has complained.”',
      asks: 'What may come of it for him?',
      teaches: ['LEG-EXAMPLES', 'GEN-APP-6', 'SUM-APP-6.2'],
      answers: [
        {
          words: 'Nothing, unless somebody complains',
          right: false,
          why: 'It is offensive material whether or not anybody complains. Your employer may act, your professional body may, and so may the police.',
        },
        {
          words: 'Only that he loses his work email',
          right: false,
          why: 'He may lose that too. But it can bring disciplinary action, action by a professional body, and prosecution.',
        },
        {
          words: 'Disciplinary action, action by his professional body, or prosecution',
          right: true,
          why: 'Any of these may come of it, and more than one.',
        },
      ],
    },
  ],
}
