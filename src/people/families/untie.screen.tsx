import { text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Inset, List, Paragraph, Textarea } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { routes } from '../routes.ts'
import { tieToEnd, type Untying } from './access.ts'
import { untie } from './untie.ts'

/** Somebody is no longer to hear of a child: a court has said so, or the child lives with others now. */
export const untieScreen = (above: Above) =>
  screen({
    address: routes.untie,
    fields: {
      why: text({ max: 1000, called: 'Why', required: 'Enter why they are no longer to hear' }),
    },
    load: (reader, { person, parent }) => tieToEnd(reader, { person, parent }),
    show: ({ thing, form }) => {
      const { tie } = thing
      const { child_name: child, parent_name: parent } = tie
      const title = `${parent} is no longer to hear of ${child}`
      return {
        title,
        back: { href: routes.person.to({ person: tie.child_id }), text: child },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>
              For when a court has said so, or the child is cared for by others now. It holds from the moment
              you press the button:
            </Paragraph>
            <List items={whatItDoes(thing)} />
            <Paragraph>
              {parent} is told nothing by Lanyard, now or later. Whoever is to tell them does it in person.
              What was said stays on the record, and is read by those who could read it before.
            </Paragraph>
            {thing.others.length === 0 && (
              <Inset>
                {parent} is the only parent or carer of {child} who is entered here. When they are gone nobody
                can agree to contact with {child}, but {child} themselves if they are old enough. Enter who
                cares for them now.
              </Inset>
            )}
            <form method="post" noValidate>
              <Textarea
                name="why"
                label="Why"
                hint="For example: order of the family court of 3 May, shown to us by the social worker. Administrators read it on the page of the child; it is kept."
                value={form.typed.why}
                error={form.errors.why}
              />
              <Button kind="warning" once>
                {parent} hears no more of {child}
              </Button>
            </form>
          </>
        ),
      }
    },
    submit: (writer, found, { why }) => untie(writer, found, { why, above }),
    done: child => routes.person.to({ person: child }),
    told: (_, { tie }) => `${tie.parent_name} hears no more of ${tie.child_name}. Nothing was sent to them.`,
    refused: {},
  })

function whatItDoes({ tie, children }: Untying): string[] {
  const { child_name: child, parent_name: parent } = tie
  const first = children.length === 0
  return [
    `${parent} leaves every conversation with ${child} or about them, and can read nothing of it any more. What is open to them closes within a second, and what waits to be sent to them is not sent.`,
    ...(first
      ? [`${parent} has no other child here, so every link they were sent stops working.`]
      : [
          `They are still entered for ${children.map(one => one.child_name).join(' and ')}. What is with another child stays theirs. Conversations with the parents alone of somebody who works with ${child} too may be about either child, so they leave those as well: a new one can be opened about the other child.`,
        ]),
    `What ${parent} said of contact with ${child} no longer counts, whether yes or no, and they can say nothing more. Where nobody else has agreed, contact with ${child} closes at once.`,
    `No notice about ${child} reaches them, nor can they read those they have had.`,
    `A conversation that nobody of the family is left in ends. No child is left alone with one adult: somebody is put in, or the conversation pauses.`,
  ]
}
