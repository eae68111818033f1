import type { ComponentChildren } from 'preact'
import { unfilled } from '../clauses/index.ts'
import { whenInWords } from '../guidance/index.ts'
import { inFull } from '../kit/clock.ts'
import type { PersonActor } from '../records/index.ts'
import {
  ButtonLink,
  Heading,
  Inset,
  Link,
  List,
  Paragraph,
  Subheading,
  SummaryList,
  Tag,
} from '../ui/index.ts'
import type { Draft } from './access.ts'
import { NobodyToApprove } from './approving/nobody.tsx'
import { FitSummary } from './fit/fit-summary.tsx'
import { PartTags } from './fit/part-tags.tsx'
import { gapsIn, seenOf } from './fit/seen.ts'
import type { DraftPeople } from './people.ts'
import type { StepTable } from './queries.ts'
import { routes } from './routes.ts'
import { stateWords, steps as stepWords } from './rules.ts'

interface DeskProps {
  readonly draft: Draft
  readonly people: DraftPeople
  readonly actor: PersonActor
}

/** An open draft: where it stands, what to do next, its parts, and everything that happened to it. */
export function DraftDesk({ draft, people, actor }: DeskProps) {
  const { policy, newest } = draft.shelf
  const { words, colour } = stateWords[draft.state]
  const writers = draft.writers.map(id => people.names.get(id)).join(', ')
  return (
    <>
      <Heading>{policy.title}</Heading>
      <p class="govuk-body">
        <Tag colour={colour}>{words}</Tag> A draft.{' '}
        {newest ? `Version ${newest.number} is in force.` : 'Nothing is in force yet.'}
      </p>
      <SentBack draft={draft} people={people} />
      {draft.state === 'writing' && people.approvers.length === 0 && (
        <NobodyToApprove alone={people.alone} actor={actor} />
      )}
      <Next draft={draft} people={people} actor={actor} />
      <SummaryList
        rows={[
          { key: 'Written by', value: writers },
          {
            key: 'Last saved',
            value: `${inFull(draft.revision.saved_at)}, by ${people.names.get(draft.revision.saved_by)}`,
          },
        ]}
      />
      <Subheading>How it stands to the guidance</Subheading>
      <FitSummary draft={draft} />
      <Parts draft={draft} />
      {draft.steps.length > 0 && (
        <>
          <Subheading>What happened so far</Subheading>
          <List items={draft.steps.map(step => stepInWords(step, people))} />
        </>
      )}
    </>
  )
}

function SentBack({ draft, people }: Omit<DeskProps, 'actor'>) {
  const last = draft.steps.at(-1)
  if (last?.step !== 'sent-back' || !last.person_id) return null
  return (
    <Inset>
      <strong>{people.names.get(last.person_id)} sent it back:</strong> <span dir="auto">{last.words}</span>
    </Inset>
  )
}

/** The one thing to do next, as a button, and what else can be done. */
function Next({ draft, people, actor }: DeskProps) {
  const to = { policy: draft.shelf.policy.id }
  const link = (address: { to: (of: typeof to) => string }, words: ComponentChildren) => (
    <Link href={address.to(to)}>{words}</Link>
  )
  if (draft.state === 'writing') return <NextInWriting draft={draft} />
  const last = draft.steps.at(-1)
  if (draft.state === 'approved')
    return (
      <>
        <Paragraph>
          {last?.person_id && people.names.get(last.person_id)} approved it. It comes into force on{' '}
          {last?.effective_on && whenInWords(last.effective_on)}, by itself.
        </Paragraph>
        <List items={[link(routes.whole, 'Read it as it will be'), link(routes.withdraw, 'Take it back')]} />
      </>
    )
  const asked = last?.asked_of ? people.names.get(last.asked_of) : undefined
  const theirs = !draft.writers.includes(actor.personId)
  return (
    <>
      <Paragraph>{asked ?? 'A second person'} is asked to approve it.</Paragraph>
      {theirs && (
        <ButtonLink href={routes.approve.to(to)}>Read it, and approve it or send it back</ButtonLink>
      )}
      <List
        items={[
          link(routes.whole, 'Read it as it will be'),
          link(routes.withdraw, 'Take it back, to change it'),
          link(routes.drop, 'Drop the draft'),
        ]}
      />
    </>
  )
}

function NextInWriting({ draft }: { readonly draft: Draft }) {
  const to = { policy: draft.shelf.policy.id }
  const { made_of } = draft.revision
  const empty = unfilled(made_of)
  const gaps = gapsIn(seenOf(draft.shelf.policy.kind, made_of))
  const built = draft.draft.way === 'clauses'
  const ask = <ButtonLink href={routes.ask.to(to)}>Ask for approval</ButtonLink>
  const first =
    empty[0] && built ? (
      <ButtonLink href={routes.blank.to({ ...to, blank: empty[0] })}>
        Fill in names and numbers ({empty.length} to go)
      </ButtonLink>
    ) : made_of.parts.length === 0 ? (
      <ButtonLink href={routes.write.to(to)}>Write it</ButtonLink>
    ) : built && gaps > 0 ? (
      <ButtonLink href={routes.draftFit.to(to)}>See what the guidance asks for besides</ButtonLink>
    ) : (
      ask
    )
  return (
    <>
      {first}
      <List
        items={[
          built ? (
            <Link href={routes.blanks.to(to)}>Names and numbers</Link>
          ) : (
            <Link href={routes.write.to(to)}>Change the text</Link>
          ),
          !built && <Link href={routes.upload.to(to)}>Upload a document in its place</Link>,
          <Link key="whole" href={routes.whole.to(to)}>
            Read it as it will be
          </Link>,
          first !== ask && <Link href={routes.ask.to(to)}>Ask for approval</Link>,
          <Link key="drop" href={routes.drop.to(to)}>
            Drop the draft
          </Link>,
        ].filter(Boolean)}
      />
    </>
  )
}

function Parts({ draft }: { readonly draft: Draft }) {
  const policy = draft.shelf.policy.id
  const { parts } = draft.revision.made_of
  return (
    <>
      <Subheading>Its parts ({parts.length})</Subheading>
      {draft.state === 'writing' && draft.draft.way === 'clauses' && (
        <Paragraph>
          Choose one to read it, change it, move it or leave it out.{' '}
          <Link href={routes.add.to({ policy })}>Add a part</Link>
        </Paragraph>
      )}
      <ol class="ly-list ly-list--numbered">
        {parts.map(part => (
          <li key={part.id}>
            <Link href={routes.part.to({ policy, part: part.id })}>
              {part.heading || 'A part without a heading'}
            </Link>{' '}
            <PartTags part={part} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** "Dev Mehta approved it, 4:02pm on 25 November 2026" */
function stepInWords(step: StepTable, { names }: DraftPeople): ComponentChildren {
  const who = step.person_id ? names.get(step.person_id) : undefined
  const of = step.asked_of ? ` of ${names.get(step.asked_of)}` : ''
  return (
    <>
      {who ? `${who} ${stepWords[step.step].words}` : stepWords[step.step].words}
      {of}, {inFull(step.at)}
      {step.words && `: ${step.words}`}
    </>
  )
}
