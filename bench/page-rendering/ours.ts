import { type ComponentChildren, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { actorOf } from '../../src/demo/index.ts'
import { frameOf } from '../../src/frame.tsx'
import { Button, Heading, Input, Paragraph, Radios, Select, Table, Textarea } from '../../src/ui/index.ts'
import { type Facts, roles, teams } from './facts.ts'

const frame = frameOf({}, { mail: () => undefined, texts: () => undefined })
const actor = actorOf('grace')

/** The page as a screen of Lanyard makes it, from its own components in its own frame. */
export const ourPage = (facts: Facts): string =>
  `<!doctype html>${renderToString(
    frame({
      content: { title: 'Add a person', body: bodyOf(facts), back: { href: '/people', text: 'People' } },
      actor,
      path: '/people/add',
      errors: facts.errors,
    }),
  )}`

const bodyOf = (facts: Facts): ComponentChildren => [
  h(Heading, null, 'Add a person'),
  h(
    Paragraph,
    null,
    'They get an invitation by mail. They sign the acceptable use policy before anything else opens.',
  ),
  h('form', { method: 'post', action: '/people/add', noValidate: true }, [
    h(Input, { name: 'name', label: 'Name', value: facts.name, autocomplete: 'off' }),
    h(Input, {
      name: 'email',
      label: 'Email address',
      hint: 'The address they use for work',
      type: 'email',
      value: facts.email,
      error: facts.errors.email,
    }),
    h(Input, { name: 'phone', label: 'Work phone', type: 'tel', width: 20, value: facts.phone }),
    h(Radios, {
      name: 'role',
      label: 'What will they do?',
      hint: 'You can change this later',
      error: facts.errors.role,
      value: facts.role,
      options: roles.map(([value, text, hint]) => ({ value, text, hint })),
    }),
    h(Select, {
      name: 'team',
      label: 'Team',
      value: facts.team,
      options: teams.map(text => ({ value: text, text })),
    }),
    h(Textarea, {
      name: 'why',
      label: 'Why they join',
      hint: 'Two lines are enough',
      rows: 4,
      value: facts.why,
    }),
    h(Button, { once: true, children: 'Send the invitation' }),
  ]),
  h(Table, {
    caption: 'People who work here',
    columns: [
      { head: 'Name' },
      { head: 'Role' },
      { head: 'Team' },
      { head: 'Days since signing', numeric: true },
    ],
    rows: facts.people,
  }),
]
