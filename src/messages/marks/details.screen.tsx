import { inFull } from '../../kit/clock.ts'
import { choice, text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Heading,
  Inset,
  Link,
  List,
  Paragraph,
  Radios,
  Subheading,
  Textarea,
} from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { mayErase } from '../rules.ts'
import { detailsToOpen } from './access.ts'
import { selectMasked, selectOpenings } from './details-queries.ts'
import { maskWords } from './mask.ts'
import { openDetails } from './open-details.ts'

/** A family's message with personal details in it: masked until a manager opens them, with a reason, on the record. */
export const detailsScreen = screen({
  address: routes.details,
  fields: {
    reason: text({ max: 500, called: 'Why you open it', required: 'Say why you open it' }),
    who: choice(['self', 'all'], 'Say who is to see it'),
  },
  loadOnRecord: async (writer, asked) => {
    const found = await detailsToOpen(writer, asked)
    if (!found) return undefined
    const { agencyId, personId } = writer.actor
    const [masked, openings] = await Promise.all([
      selectMasked(writer.db, agencyId, found.message.id),
      selectOpenings(writer.db, agencyId, found.message.id),
    ])
    const sees = openings.some(one => one.for_all || one.person_id === personId)
    return Object.assign(found, { masked, openings, sees })
  },
  show: ({ thing, form: { typed, errors }, actor }) => {
    const { message, conversation, masked, openings, sees } = thing
    const to = { conversation: conversation.id }
    const body = message.body && (sees ? message.body : maskWords(message.body, masked))
    const isOpenToAll = masked.length === 0
    return {
      title: 'A personal detail in a message',
      back: { href: routes.conversation.to(to), text: conversation.subject },
      body: (
        <div class="ly-talk">
          <Heading>A personal detail in a message</Heading>
          <Inset>
            <span class="ly-lines">{body ?? 'The words of this message have been erased.'}</span>
          </Inset>
          {openings.length > 0 && (
            <>
              <Subheading>Who has opened it</Subheading>
              <List
                items={openings.map(
                  ({ name, at, for_all, reason }) =>
                    `${name}, at ${inFull(at)}, ${for_all ? 'for all the staff who may read it' : 'for themselves'}: “${reason}”`,
                )}
              />
            </>
          )}
          {isOpenToAll && <Paragraph>Nothing in it is masked to the staff now.</Paragraph>}
          {!isOpenToAll && (
            <form method="post" noValidate>
              <Subheading>{sees ? 'Let the others see it' : 'Open it'}</Subheading>
              <Paragraph>
                How a family is reached stays with the organisation: a worker who needs to reach them writes
                here. That you opened it, and why, is on the record.
              </Paragraph>
              <Radios
                name="who"
                label="Who is to see it?"
                options={[
                  { value: 'self', text: 'Only me' },
                  {
                    value: 'all',
                    text: 'All the staff who may read this conversation',
                    hint: 'For example the place where a child is to be met.',
                  },
                ]}
                value={typed.who ?? (sees ? 'all' : 'self')}
                error={errors.who}
              />
              <Textarea
                name="reason"
                label="Why it is opened"
                rows={2}
                value={typed.reason}
                error={errors.reason}
              />
              <Button once>Open it</Button>
            </form>
          )}
          {mayErase.some(role => actor.roles.includes(role)) && message.body !== null && (
            <Paragraph>
              <Link href={routes.erase.to({ ...to, message: message.id })}>
                Erase the words of this message
              </Link>
            </Paragraph>
          )}
        </div>
      ),
    }
  },
  submit: (writer, thing, { reason, who }) => openDetails(writer, thing, { reason, forAll: who === 'all' }),
  done: (_, { conversation, message }) =>
    routes.details.to({ conversation: conversation.id, message: message.id }),
  told: () => 'It is open. That you opened it, and why, is on the record.',
  refused: {
    'say-why': () => 'Nothing was opened. Say why in a few words, at least three: they are kept.',
  },
})
