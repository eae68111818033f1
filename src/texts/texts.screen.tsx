import { closeDuties, owes } from '../duties/index.ts'
import { inFull } from '../kit/clock.ts'
import { routes as people } from '../people/index.ts'
import { record } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Paragraph, Subheading, SummaryList, Table } from '../ui/index.ts'
import { wishToSee } from './access.ts'
import { putRight } from './put-right.ts'
import { selectTroubles } from './queries.ts'
import { routes } from './routes.ts'

/** How texts stand here, for administrators: whether they are connected, and what was refused on our own side. */
export const textsScreen = (settings: {
  readonly out: boolean
  readonly in: boolean
  readonly url: string
}) =>
  screen({
    address: routes.texts,
    fields: {},
    load: ({ db, actor }) => selectTroubles(db, actor.agencyId),
    show: ({ thing: troubles }) => ({
      title: 'Text messages',
      body: (
        <>
          <Heading>Text messages</Heading>
          <SummaryList
            rows={[
              {
                key: 'Texts to families',
                value: settings.out
                  ? 'Connected: by GOV.UK Notify'
                  : 'Not connected: whoever runs Lanyard connects them in its settings',
              },
              {
                key: 'Texts from families',
                value: settings.in
                  ? `Connected: Notify brings them to ${settings.url}${routes.text.to()}, and receipts to ${settings.url}${routes.receipt.to()}`
                  : settings.out
                    ? 'Asked for every ten minutes. Set a token for Notify’s callbacks, and they come at once, with receipts'
                    : 'Not connected',
              },
            ]}
          />
          {troubles.length === 0 && <Paragraph>Nothing has been refused.</Paragraph>}
          {troubles.length > 0 && (
            <>
              <Subheading>Refused by Notify</Subheading>
              <Paragraph>
                A 403 is mostly the key: taken away, or not of this service; or the clock of this machine is
                wrong by more than half a minute. A 400 is mostly the template, or a service in trial mode.
                Messages that were refused with a 403 are tried again by themselves.
              </Paragraph>
              <Table
                caption="The newest ten"
                columns={[{ head: 'When' }, { head: 'Status' }, { head: 'What Notify calls it' }]}
                rows={troubles.map(({ at, status, error }) => [inFull(at), `${status}`, error])}
              />
              <form method="post" noValidate>
                <Button once>It is put right</Button>
              </form>
            </>
          )}
        </>
      ),
    }),
    submit: writer => putRight(writer),
    done: () => routes.texts.to(),
    told: () => 'Good. You are told again when a text is refused again.',
    refused: {},
  })

/** Somebody ended texts: who, when, and how they are reached now. Reading it closes the worker’s duty. */
export const wishScreen = screen({
  address: routes.wish,
  loadOnRecord: async (writer, { wish: id }) => {
    const found = await wishToSee(writer, id)
    if (!found) return undefined
    const { personId } = writer.actor
    const owing = await owes(writer, { kind: 'texts-ended', person: personId, aboutId: found.wish.id })
    if (!owing) return found
    const seen = await record(writer, {
      event: 'texts.seen',
      about: [{ kind: 'text-wish', id: found.wish.id }],
      cites: [],
      content: { wish: found.wish.id, at: writer.now.toISOString() },
    })
    await closeDuties(writer, { kind: 'texts-ended', person: personId, aboutId: found.wish.id }, seen.entryId)
    return found
  },
  show: ({ thing: { wish, name, email } }) => ({
    title: `${name} asked for no more texts`,
    body: (
      <>
        <Heading>{name} asked for no more texts</Heading>
        <Inset>
          They texted STOP at {inFull(wish.at)}. No text goes to their number from then on, until they text
          START.
        </Inset>
        <Paragraph>
          {email
            ? 'Write to them here as before: they are emailed a link to the page.'
            : 'No email address of theirs is entered, so nothing that you write here reaches them now. Call them through the office, and ask how they would like to be reached.'}
        </Paragraph>
        <Paragraph>
          If they wrote more than that, it is in your conversation with them. If it was a child who wrote
          STOP, ask yourself what they meant, and speak to your manager if you are not sure.
        </Paragraph>
        <ButtonLink kind="secondary" href={people.person.to({ person: wish.person_id })}>
          {name}
        </ButtonLink>
      </>
    ),
  }),
})
