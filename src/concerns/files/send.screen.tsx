import { randomUUID } from 'node:crypto'
import { chosen, emptyForm, hidden } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { refuse } from '../../kit/proof.ts'
import type { Ground, LogKeys } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { Button, Heading, Hidden, Inset, List, Paragraph, Radios } from '../../ui/index.ts'
import { SayWhy } from '../casework/open.screen.tsx'
import { exportOfMine } from '../exports/access.ts'
import { bodyHere, fileOf, signerOf } from '../exports/fetch.ts'
import { taking } from '../exports/routes.ts'
import { closedFor } from '../exports/why.ts'
import { elsewhere, firstOf, sendFile } from './send.ts'

/** Sends a child’s file to another organisation that is here, where somebody accepts or refuses it. */
export const sendPage = (ground: Ground, keys: LogKeys) =>
  screen({
    address: taking.send,
    fields: { to: chosen<'agency'>('Choose the organisation'), key: hidden(idFrom<'draft'>) },
    loadOnRecord: async (writer, at) => {
      const here = await exportOfMine(writer, at.taking)
      if (here?.row.for_whom !== 'organisation') return undefined
      const body = await bodyHere(writer, here)
      if (body === undefined) return undefined
      const closed = await closedFor(writer, here)
      if (body === 'locked' || closed) return { here, body: undefined, closed, places: [] }
      return { closed, here, body, places: await elsewhere(writer, here) }
    },
    show: ({ thing: { here, body, closed, places }, form: { typed, errors } }) => ({
      title: 'Send the file to another organisation',
      back: { href: taking.export.to({ taking: here.row.id }), text: 'The export' },
      body: (
        <>
          <p class="govuk-caption-l">{here.child}</p>
          <Heading>Send the file to another organisation</Heading>
          {closed === 'say-why' ? (
            <SayWhy to={taking.why.to({ taking: here.row.id })} form={emptyForm} />
          ) : !body ? (
            <UnlockFirst next={taking.send.to({ taking: here.row.id })} />
          ) : places.length === 0 ? (
            <Inset>
              There is no other organisation here with anybody who may get it and has a key. Hand over both
              files instead.
            </Inset>
          ) : (
            <>
              <Paragraph>
                It goes to their designated person, sealed; and if they do not answer in time, to their
                deputy, and then to their head:
              </Paragraph>
              <List
                items={[
                  'one of them accepts it, or refuses it and says why; you are told',
                  'once accepted it is theirs to read, and never to change',
                  'you keep everything that you have',
                ]}
              />
              <form method="post" noValidate>
                <Hidden name="key" value={typed.key ?? randomUUID()} />
                <Radios
                  name="to"
                  label="To which organisation?"
                  value={typed.to}
                  error={errors.to}
                  options={places.map(({ id, name, people }) => ({
                    value: id,
                    text: name,
                    hint: firstOf({ id, name, people })
                      .map(one => one.name)
                      .join(', '),
                  }))}
                />
                <Button once>Send it</Button>
              </form>
            </>
          )}
        </>
      ),
    }),
    submit: async (writer, { here, body, places }, { to, key }) => {
      if (!body) return refuse('locked')
      const place = places.find(one => one.id === to)
      if (!place) return refuse('nobody-there')
      const file = fileOf(await signerOf(ground, keys, writer.actor.agencyId), here, body)
      return sendFile(writer, here, { to: place, file, entries: body.entries.length, key })
    },
    done: (_, { here }) => taking.export.to({ taking: here.row.id }),
    told: () => 'It is on its way.',
    refused: {
      locked: () =>
        'Your key is locked again, or the day is over on which you said why you open this. Do that first, and send it once more.',
      'nobody-there': () => 'Nobody there may get it any more. Choose another, or hand over both files.',
      'no-key': () => 'Their answer would be sealed to your own key, and you have none. Make one first.',
    },
  })
