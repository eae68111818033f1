import type { ComponentChildren } from 'preact'
import { whenInWords } from '../../guidance/index.ts'
import { inDays } from '../../kit/clock.ts'
import { screen } from '../../screens/index.ts'
import { ButtonLink, Heading, Link, Paragraph, Table, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { type NextStep, type RegisterStanding, standingWords } from '../rules.ts'
import { expectedKinds, type Line, registerOf } from './register.ts'

/** The policies an agency is expected to hold and any of its own: how each stands, and what to do next. */
export const registerScreen = screen({
  address: routes.register,
  load: async reader => ({ lines: await registerOf(reader) }),
  show: ({ thing: { lines }, actor }) => ({
    title: 'The register of policies',
    back: { href: routes.policies.to(), text: 'Policies' },
    body: (
      <div class="ly-wide">
        <Heading>The register of policies</Heading>
        <Paragraph>
          {actor.place} is expected to hold {expectedKinds.length} policies, each with an owner who reviews it
          in time. A policy for which nobody has set a day is reviewed a year after its newest version.
        </Paragraph>
        <ButtonLink href={routes.add.to()}>Add a policy</ButtonLink>
        <Table
          caption={inFigures(lines)}
          columns={[
            { head: 'Policy' },
            { head: 'Standing' },
            { head: 'Owner' },
            { head: 'In force' },
            { head: 'Review by' },
            { head: 'What to do next' },
          ]}
          rows={lines.map(cellsOf)}
        />
      </div>
    ),
  }),
})

/** "7 policies: 4 missing, 1 review overdue, 2 in force" */
function inFigures(lines: readonly Line[]): string {
  const parts = (Object.keys(standingWords) as RegisterStanding[]).flatMap(standing => {
    const count = lines.filter(line => line.standing === standing).length
    return count > 0 ? [`${count} ${standingWords[standing].words.toLowerCase()}`] : []
  })
  return `${lines.length} policies: ${parts.join(', ')}`
}

function cellsOf(line: Line): readonly ComponentChildren[] {
  const { words, colour } = standingWords[line.standing]
  return [
    line.id && line.number ? (
      <Link href={routes.policy.to({ policy: line.id })}>{line.title}</Link>
    ) : (
      line.title
    ),
    <Tag key="standing" colour={colour}>
      {words}
    </Tag>,
    line.owner ?? 'Nobody yet',
    line.number && line.publishedAt
      ? `Version ${line.number}, from ${inDays(line.publishedAt)}`
      : 'Nothing yet',
    line.review ? `${whenInWords(line.review)}${line.reviewSet ? '' : ' (nobody has set a day)'}` : '',
    <Next key="next" line={line} />,
  ]
}

const nextLinks: Readonly<Record<NextStep, (line: Line) => readonly [href: string, words: string]>> = {
  add: ({ kind }) => [`${routes.add.to()}?kind=${kind}`, 'Add it'],
  publish: ({ id = '' }) => [routes.draft.to({ policy: id }), 'Write its first version, or go on with it'],
  'name-owner': ({ id = '' }) => [routes.owner.to({ policy: id }), 'Name its owner and a review date'],
  review: ({ id = '' }) => [routes.review.to({ policy: id }), 'Review it'],
  nothing: ({ id = '' }) => [routes.owner.to({ policy: id }), 'Change its owner or review date'],
}

/** The one thing to do next, with the policy's name for whoever hears the links alone. */
function Next({ line }: { line: Line }) {
  const [href, words] = nextLinks[line.next](line)
  return (
    <Link href={href}>
      {words}
      <span class="govuk-visually-hidden">: {line.title}</span>
    </Link>
  )
}
