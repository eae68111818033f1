import { choice } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph, Radios } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { outsideToChange } from './access.ts'
import { maybePhone } from './fields.ts'
import { type LadoWithin, ladoWithins, mayChangeOrganisation } from './parts.ts'
import { say } from './say.ts'

/** How soon the officer is told, in words. */
export const ladoWithinWords: Readonly<Record<LadoWithin, string>> = {
  'one-working-day': 'Within one working day',
  '24-hours': 'Within 24 hours',
  '4-hours': 'Within four hours',
}

const hints: Readonly<Record<LadoWithin, string>> = {
  'one-working-day': 'As in most places. Weekends and bank holidays are not counted.',
  '24-hours': 'Weekends and bank holidays are counted.',
  '4-hours': 'By night and at weekends too. Somebody has to be there to do it.',
}

/** How soon the local authority's officer is told here, and whom to ring there about a child: what the limits of a concern go by. */
export const outsideScreen = screen({
  address: routes.outside,
  fields: {
    lado: choice(ladoWithins, 'Say how soon the LADO is told'),
    children: maybePhone('The telephone number'),
  },
  load: outsideToChange,
  show: ({ thing: { outside }, actor, form: { typed, errors } }) => ({
    title: 'Whom we tell outside, and how soon',
    ...(mayChangeOrganisation.some(role => actor.roles.includes(role))
      ? { back: { href: routes.organisation.to(), text: 'Our names and numbers' } }
      : {}),
    body: (
      <>
        <Heading>Whom we tell outside, and how soon</Heading>
        <Paragraph>
          Your local safeguarding partnership says both. The times that stand on a concern go by them; those
          that run already stay as they are.
        </Paragraph>
        <form method="post" noValidate>
          <Radios
            name="lado"
            label="How soon is the LADO told of an allegation about an adult?"
            value={typed.lado ?? outside.lado}
            error={errors.lado}
            options={ladoWithins.map(value => ({ value, text: ladoWithinWords[value], hint: hints[value] }))}
          />
          <Input
            name="children"
            type="tel"
            label="Children’s services: the telephone number for a child who may be at risk"
            hint="It is also called the front door, MASH or duty team. You may leave it empty."
            width={20}
            value={typed.children ?? outside.children ?? ''}
            error={errors.children}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, here, { lado, children }) =>
    say(writer, here, 'outside', { lado, children: children ?? null }),
  done: () => routes.outside.to(),
  told: () => 'It is saved, and stands from now on.',
  refused: {},
})
