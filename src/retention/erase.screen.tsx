import { screen } from '../screens/index.ts'
import { Heading, Link, Paragraph, SummaryList, Warning } from '../ui/index.ts'
import { thingToErase } from './access.ts'
import { EraseForm, eraseFields } from './erase-form.tsx'
import { eraseByHand } from './erase-thing.ts'
import { heldWords } from './held.ts'
import type { Kept } from './kept.ts'
import { routes } from './routes.ts'
import { beginning, keptKindAt } from './rules.ts'

/** Where the law requires something to go before its time is over. */
export const eraseScreen = (all: readonly Kept[]) =>
  screen({
    address: routes.erase,
    fields: eraseFields,
    load: (reader, at) => thingToErase(reader, all, at),
    show: ({ thing: { kept, id }, form }) => {
      const { one, goes, stays } = keptKindAt(kept.kind)
      return {
        title: `Erase this ${one}`,
        back: kept.page
          ? { href: kept.page(id), text: 'Back to it' }
          : { href: routes.keeping.to(), text: 'How long things are kept' },
        body: (
          <>
            <Heading>Erase this {one}</Heading>
            {kept.page && (
              <Paragraph>
                Read it first, if you have not: <Link href={kept.page(id)}>open it</Link>.
              </Paragraph>
            )}
            <SummaryList
              rows={[
                { key: 'What goes', value: beginning(goes) },
                { key: 'What stays', value: `${beginning(stays)}; that you erased it, and why` },
              ]}
            />
            <Warning>
              If it may be evidence that a child was harmed, do not erase it. Speak to the police or your
              safeguarding partners first. What is erased cannot come back.
            </Warning>
            <EraseForm form={form} button="Erase it" />
          </>
        ),
      }
    },
    submit: (writer, { kept, id }, { reason }) => eraseByHand(writer, kept, { id, reason }),
    done: (_, { kept, id }) => kept.page?.(id) ?? routes.keeping.to(),
    told: () => 'It is erased. That you erased it, and why, is on the record.',
    refused: { held: ({ facts }) => heldWords(facts) },
  })
