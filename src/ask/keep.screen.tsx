import { acts } from '../guidance/index.ts'
import { routes as receipts } from '../receipts/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Paragraph, SummaryList } from '../ui/index.ts'
import { Said, sayingOf } from './answer.tsx'
import { queryOf, readAsked } from './asked.ts'
import { keepAnswer } from './keep-answer.ts'
import { routes } from './routes.ts'
import { ruledFor } from './ruled.ts'

/** Keeps an answer on the record, by the person's own choice. */
export const keepScreen = screen({
  address: routes.keep,
  fields: {},
  load: async (reader, { query }) => {
    const asked = readAsked(query)
    const ruled = asked && (await ruledFor(reader, asked))
    return ruled?.ruling.ask.length === 0 ? ruled : undefined
  },
  show: ({ thing: { asked, ruling, own } }) => ({
    title: 'Keep this answer on the record',
    back: { href: `${routes.ask.to()}?${queryOf(asked)}`, text: 'Back to the answer' },
    body: (
      <>
        <Heading>Keep this answer on the record</Heading>
        <Paragraph>
          This is kept with your name and the time. You get a receipt. Nobody can change it afterwards, and
          your organisation can see that you asked.
        </Paragraph>
        <SummaryList
          rows={[
            { key: 'What you asked about', value: acts[asked.act].says },
            { key: 'The answer', value: sayingOf(asked.act, ruling, own).says },
          ]}
        />
        <Said asked={asked} />
        <form method="post">
          <Button once>Keep it</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { asked }) => keepAnswer(writer, asked),
  done: entry => receipts.receipt.to({ entry }),
  refused: {},
})
