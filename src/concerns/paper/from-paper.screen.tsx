import { asTyped } from '../../kit/clock.ts'
import { date, maybeLine } from '../../kit/forms/index.ts'
import { isHere } from '../../people/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Input, Inset, Paragraph } from '../../ui/index.ts'
import { newCode, shownCode } from '../code.ts'
import { fields as asked, factsOf } from '../form.ts'
import { reportConcern } from '../report.ts'
import { routes } from '../routes.ts'
import { IsItAboutThem, wouldReadIt } from '../ways-in/before-sending.tsx'
import { draftOf } from '../ways-in/draft.ts'
import { noPicture } from '../ways-in/no-pictures.ts'
import { AskedOfAnybody } from '../words-form.tsx'

const fields = {
  ...asked,
  day: date({ called: 'The day', required: 'Enter the day on which it was written' }),
  time: maybeLine({ max: 10, called: 'The time' }),
  writer: noPicture(maybeLine({ max: 200, called: 'Who wrote it' })),
}

/** A form that somebody filled in on paper, copied word for word by a member of the staff. */
export const fromPaperScreen = screen({
  address: routes.fromPaper,
  fields,
  load: async reader => ((await isHere(reader)) ? { today: asTyped(reader.now).day } : undefined),
  show: ({ thing, form: { typed, errors }, actor, refusedFor }) => ({
    title: 'Copy a form from paper',
    plain: true,
    scripts: ['draft.js'],
    back: { href: routes.tell.to(), text: 'Back' },
    body: (
      <>
        <Heading>Copy a form from paper</Heading>
        <Inset>
          If a child is in danger now, call 999 first. Then word for word, spelling and all; and give the
          paper itself to the designated person, in an envelope.
        </Inset>
        <form method="post" noValidate {...draftOf('paper', actor)}>
          <Hidden name="code" value={typed.code ?? newCode()} />
          {refusedFor === 'is-it-about' && <IsItAboutThem />}
          <Input
            name="writer"
            label="Who wrote it?"
            hint="As they signed it. Leave this empty if they did not."
            value={typed.writer}
            error={errors.writer}
          />
          <Input
            name="day"
            type="date"
            label="On which day?"
            width={10}
            value={typed.day ?? thing.today}
            error={errors.day}
          />
          <Input
            name="time"
            type="time"
            label="At what time?"
            width={10}
            value={typed.time}
            error={errors.time}
          />
          <AskedOfAnybody state={{ typed, errors }} where={{ whom: 'anyone', actor: undefined }} />
          <Input name="reach" label="How they may be reached" value={typed.reach} error={errors.reach} />
          <Button once>Keep this as copied</Button>
        </form>
        <Paragraph>It says that it came on paper, who wrote it and when, and that you copied it.</Paragraph>
      </>
    ),
  }),
  submit: async (writer, _, values) => {
    const { words, who, adult, when, web, device, reach, day, time, writer: name, code, isAbout } = values
    const paper = { by: name, at: [time, day].filter(Boolean).join(' on '), copiedBy: writer.actor.name }
    return reportConcern(writer, {
      facts: factsOf({ ...values, name }),
      said: { words, who, adult, when, web, device, reach, name, paper },
      code,
      cameBy: 'paper',
      by: writer.actor.personId,
      isAbout,
    })
  },
  done: () => `${routes.tell.to()}?kept=paper`,
  told: ({ code }) =>
    `It is kept, as copied from paper. Whoever wrote it can read the answer at /told, with this code: ${shownCode(code)}.`,
  refused: {
    'is-it-about': ({ facts }) => wouldReadIt(facts),
    'not-on': () =>
      'This organisation does not take concerns in writing yet, so nothing was sent. Your words are below. Give the paper to the designated person today, or to the LADO, or call the NSPCC on 0808 800 5000.',
    'nobody-to-read': () =>
      'Nobody here could read this who is not the one it is about, so nothing was sent. Your words are below. Give the paper to the LADO, or call the NSPCC on 0808 800 5000.',
  },
})
