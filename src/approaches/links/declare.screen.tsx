import { randomUUID } from 'node:crypto'
import { choice, hidden, line, maybeLine, maybeText } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Button, Details, Heading, Hidden, Paragraph, Radios, Select, Textarea } from '../../ui/index.ts'
import { leaveToTell } from '../access.ts'
import { type Platform, platformList, platforms } from '../rules.ts'
import { WhoItWas, whoRefused } from '../tell.screen.tsx'
import { declareLink } from './declare-link.ts'
import { linkRoutes } from './routes.ts'
import { longestLink, relationList, relations } from './rules.ts'

/** The platforms, and that there is none. */
const platformOrNone: readonly (Platform | 'none')[] = ['none', ...platformList]

/** A tie of one's own to somebody the organisation works with, declared before it becomes a difficulty. */
export const declareScreen = screen({
  address: linkRoutes.declare,
  fields: {
    who: line({ max: 60, called: 'Who it is', required: 'Choose who it is' }),
    described: maybeLine({ max: longestLink.described, called: 'Who they are' }),
    relation: choice(relationList, 'Choose how you know them'),
    platform: choice(platformOrNone, 'Choose where you are connected, or that you are not'),
    says: maybeText({ max: longestLink.says, called: 'What your manager should know' }),
    key: hidden(idFrom<'draft'>),
  },
  load: leaveToTell,
  show: ({ thing: { known }, form }) => ({
    title: 'Declare a personal link',
    back: { href: linkRoutes.links.to(), text: 'Personal links' },
    body: (
      <>
        <Heading>Declare a personal link</Heading>
        <Paragraph>
          In a small place everybody knows somebody. Say so once, and it is agreed what that means: no contact
          outside work, contact within limits, or an end to it.
        </Paragraph>
        <Details summary="Who will read this">
          <Paragraph>
            Those you answer to, and the designated person. Each reading is on the record. The child or family
            is not told, and nobody looks at anybody’s account.
          </Paragraph>
        </Details>
        <form method="post" noValidate>
          <Hidden name="key" value={form.typed.key ?? randomUUID()} />
          <WhoItWas known={known} form={form} label="Who is it?" />
          <Radios
            name="relation"
            label="How do you know them?"
            options={relationList.map(value => ({ value, text: relations[value] }))}
            value={form.typed.relation}
            error={form.errors.relation}
          />
          <Select
            name="platform"
            label="Are you connected online?"
            options={platformOrNone.map(value => ({
              value,
              text: value === 'none' ? 'No, or I do not know' : `Yes: ${platforms[value]}`,
            }))}
            value={form.typed.platform}
            error={form.errors.platform}
          />
          <Textarea
            name="says"
            label="Anything your manager should know (you may leave this empty)"
            rows={3}
            value={form.typed.says}
            error={form.errors.says}
          />
          <Button once>Declare it</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, leave, { platform, ...declared }) =>
    declareLink(writer, leave, { ...declared, platform: platform === 'none' ? undefined : platform }),
  done: link => linkRoutes.link.to({ declared: link }),
  told: () => 'It is declared. Somebody you answer to decides what it means, and you read it here.',
  refused: whoRefused(),
})
