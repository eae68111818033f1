import { fileAnswer, paperFrame } from '../../kit/documents/index.ts'
import { type Sheet, typeset } from '../../kit/typst/index.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import type { Ground } from '../../records/index.ts'
import { handler } from '../../screens/index.ts'
import { routes } from '../routes.ts'
import { whereOf } from '../where.ts'

/** What is asked on paper, and how many lines there are to write on. */
const asked: readonly (readonly [question: string, hint: string, lines: number])[] = [
  [
    'What worries you?',
    'What you saw, heard or were told, in the words that were used. What you know, apart from what you think. You do not need to be sure.',
    11,
  ],
  ['Which child or young person is it about?', 'Their full name, if you know it.', 1],
  ['Whose doing is it?', 'Their name, and what they are here. You may leave this empty.', 1],
  ['When and where?', '', 2],
  [
    'Is it online, or on a phone?',
    'The web address or the account’s name; which device it is on, and where that is now. No pictures: never look at, copy, print, share, store or save one.',
    2,
  ],
  ['Your name, and how to reach you', 'You may leave this empty.', 2],
  ['The day and the time that you wrote this', '', 1],
]

/** The form as a sheet to print: 999 first, lines to write on, and where it goes. */
export const sheetOf = ({ name, outOfHours, designated }: OrganisationFacts): Sheet => ({
  source,
  about: { title: 'Tell us what worries you', author: name },
  data: {
    organisation: name,
    foot: `${name}: tell us what worries you`,
    danger: `If a child is in danger now, call 999. Do not fill this in first.${outOfHours ? ` Then call ${outOfHours}.` : ''}`,
    asked: asked.map(([question, hint, lines]) => ({ question, hint, lines })),
    where: `Do not look into it yourself, and show this to nobody it is about. Put it in an envelope, and give it into the hands of ${designated.map(one => one.name).join(' or ') || 'whoever answers for safeguarding'}.`,
  },
})

const source = `
${paperFrame({ margin: { top: 24, bottom: 24, x: 24 }, left: 'data.organisation', right: '[In confidence]' })}
#set text(11pt, fill: ink, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.9em, justify: false)
#show heading.where(level: 1): it => block(below: 0.7em, text(24pt, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.6em, sticky: true, text(12.5pt, it.body))
#par(text(weight: "bold", fill: quiet, data.organisation))
#heading(level: 1, "Tell us what worries you")
#block(width: 100%, inset: 10pt, stroke: 2.4pt + rgb("#a8182d"), text(13pt, weight: "bold", data.danger))
#for one in data.asked {
  heading(level: 2, one.question)
  if one.hint != "" { par(text(fill: quiet, one.hint)) }
  for _ in range(one.lines) { block(above: 0pt, below: 0pt, width: 100%, height: 8.5mm, stroke: (bottom: hair)) }
}
#v(12pt)
#par(data.where)
`

/** The form to print, for anybody. */
export const paperPage = (ground: Ground) =>
  handler(routes.paper, {
    async get({ params, actor, missing }) {
      const where = await whereOf(ground, params.place, actor)
      if (!where) return missing()
      return fileAnswer(await typeset(sheetOf(where.office)), 'pdf', 'Tell us what worries you')
    },
  })
