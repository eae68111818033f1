import { choice } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Details, Heading, Inset, Paragraph, Radios, Table } from '../ui/index.ts'
import { drawsToOversee } from './access.ts'
import { selectDraws, selectShare } from './queries.ts'
import { routes } from './routes.ts'
import { type Percent, percentsToChoose, usualPercent } from './rules.ts'
import { setShare } from './set-share.ts'
import { weekWords } from './words.tsx'

const all = percentsToChoose.map(String) as readonly `${Percent}`[]

/** Every draw as it stands, how it is made, and how large a share is drawn. */
export const drawsScreen = screen({
  address: routes.draws,
  fields: { percent: choice(all, 'Choose how large a share is drawn') },
  load: async reader => {
    const may = await drawsToOversee(reader)
    if (!may) return undefined
    const { db, actor } = reader
    const [draws, share] = await Promise.all([
      selectDraws(db, actor.agencyId),
      selectShare(db, actor.agencyId),
    ])
    return { may, draws, percent: share?.percent ?? usualPercent }
  },
  show: ({ thing: { draws, percent }, form }) => ({
    title: 'Draws',
    back: { href: routes.reviews.to(), text: 'Reviews' },
    body: (
      <>
        <Heading>Draws</Heading>
        {draws.length === 0 && <Inset>There has been no draw yet. The first is on Monday.</Inset>}
        {draws.length > 0 && (
          <Table
            caption="The last quarter"
            columns={[
              { head: 'Week' },
              { head: 'Conversations', numeric: true },
              { head: 'Drawn', numeric: true },
              { head: 'Reviewed', numeric: true },
              { head: 'Nobody can review', numeric: true },
            ]}
            rows={draws.map(one => [
              weekWords(one.week).replace('the week of ', ''),
              one.spoken,
              `${one.reviews} (${one.percent}%)`,
              one.signed,
              one.nobodys,
            ])}
          />
        )}
        {draws.some(one => one.nobodys > 0) && (
          <Paragraph>
            Nobody can review a conversation that every manager of its worker and every designated person is
            in. Name another designated person or deputy, and what is drawn next goes to them.
          </Paragraph>
        )}
        <Details summary="How a draw is made, and how to check it">
          <Paragraph>
            On Monday the conversations in which something was said the week before are put in an order that
            nobody chooses: by SHA-256 over the root of the record’s last signed checkpoint of that week, the
            date of its Monday and the conversation’s id. The share is taken from the top, and the first of
            each worker besides. Whoever has the checkpoint can do it again.
          </Paragraph>
          {draws.map(one => (
            <p key={one.week} class="govuk-body ly-lines">
              {one.week}: size {one.size}, root {one.root}
            </p>
          ))}
        </Details>
        <form method="post" noValidate>
          <Radios
            name="percent"
            label="How large a share is drawn each week?"
            hint="At least one conversation of each worker, whatever you choose. It holds from the next draw on."
            options={all.map(value => ({ value, text: `${value}%` }))}
            value={form.typed.percent ?? `${percent}`}
            error={form.errors.percent}
          />
          <Button once>Set it</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { may }, { percent }) => setShare(writer, may, Number(percent) as Percent),
  done: () => routes.draws.to(),
  told: percent => `From the next draw on, ${percent}% are drawn.`,
  refused: {},
})
