import { type Dated, dayAt, effects, expiresOn, grades, type Note, whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import type { PersonActor } from '../records/index.ts'
import { Details, Link, Tag } from '../ui/index.ts'
import { type Check, type Checks, stateOf } from './checks.ts'
import { routes } from './routes.ts'
import { effectColours, mayCheck } from './rules.ts'

/** What a page that shows notes knows: the agency's checks, the time, and who is looking. */
export interface Looking {
  readonly checks: Checks
  readonly now: Date
  readonly actor: PersonActor
}

/** A note in full: what it says, what is not verified, where it comes from, and who checked it. */
export function NoteCard({ note, looking, level = 3 }: { note: Note; looking: Looking; level?: 2 | 3 }) {
  const Title = `h${level}` as const
  return (
    <div class={`ly-note ly-note--${effectColours[note.effect]}`} id={note.id}>
      <p class="ly-note__marks">
        <Tag colour={effectColours[note.effect]}>{effects[note.effect].word}</Tag>
        {note.where && <span class="ly-note__where">{note.where}</span>}
      </p>
      <Title class="govuk-heading-s ly-note__title">{note.title}</Title>
      <p class="govuk-body">{note.text}</p>
      {note.notVerified && (
        <p class="govuk-body">
          <strong>Not verified:</strong> {note.notVerified}
        </p>
      )}
      <Standing note={note} looking={looking} />
      <Details summary="Where this comes from">
        <Sources note={note} />
      </Details>
    </div>
  )
}

function Sources({ note }: { note: Note }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {note.sources.map((source, at) => (
        <li key={at}>
          {source.href ? <Link href={source.href}>{source.title}</Link> : source.title}.{' '}
          {dateOf(source.dated)}. Grade {source.grade}: {lower(grades[source.grade])}.
        </li>
      ))}
    </ul>
  )
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

function dateOf(dated: Dated): string {
  if ('published' in dated) return `Published ${whenInWords(dated.published)}`
  if ('since' in dated) return `So since ${whenInWords(dated.since)}`
  return `No date on it, read by ${whenInWords(dated.undatedReadIn)}`
}

/** Who checked it here and when it is to be checked again; and the way to check it, for those who may. */
function Standing({ note, looking }: { note: Note; looking: Looking }) {
  const { checks, now, actor } = looking
  const check = checks.get(note.id)
  const state = stateOf(note, check, now)
  const may = mayCheck.some(role => actor.roles.includes(role))
  const attention = state === 'due again' || state === 'changed since' || state === 'found to differ'
  return (
    <p class="ly-note__standing">
      {attention && <Tag colour="yellow">{attentionWords[state]}</Tag>} {saidOf(note, check, actor.place)}
      {may && (
        <>
          {' '}
          <Link href={routes.check.to({ topic: note.topic, note: note.id })}>
            Check it<span class="govuk-visually-hidden">: {note.title}</span>
          </Link>
        </>
      )}
    </p>
  )
}

const attentionWords = {
  'due again': 'Due to be checked',
  'changed since': 'Changed since it was checked',
  'found to differ': 'Found to differ',
} as const

function saidOf(note: Note, check: Check | undefined, place: string): string {
  if (check?.finding === 'differs' && !check.ofOtherWords)
    return `${check.who} found on ${inDays(check.at)} that this is not so: ${check.remark}`
  const checked = check && !check.ofOtherWords ? check : undefined
  const again = expiresOn(note, checked && dayAt(checked.at))
  return [
    checked
      ? `Checked for ${place} by ${checked.who} on ${inDays(checked.at)}.`
      : `Put together in ${whenInWords(note.checkedOn)}. Not yet checked by ${place}.`,
    checked?.remark,
    again && `To be checked again by ${whenInWords(again)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** A note for a list of statements: what it is, its words or, when they stand above already, its name; and the way to it. */
export const NoteInShort = ({ note, again }: { note: Note; again?: boolean }) => (
  <p class={`ly-short-note ly-short-note--${effectColours[note.effect]}`}>
    <strong>{effects[note.effect].word}:</strong> {again ? `${note.title}, as above.` : note.text}{' '}
    {note.where && !again && `(${note.where}.) `}
    <Link href={`${routes.topic.to({ topic: note.topic })}#${note.id}`}>
      Source<span class="govuk-visually-hidden"> of: {note.title}</span>
    </Link>
  </p>
)
