import type { FormState } from '../../kit/forms/index.ts'
import type { PersonActor } from '../../records/index.ts'
import { Button, Heading, Inset, Paragraph, Radios } from '../../ui/index.ts'
import type { Desk } from '../access.ts'
import { NobodyToApprove } from '../approving/nobody.tsx'
import type { DraftPeople } from '../people.ts'
import { beginningsFor } from './begin.ts'
import type { Beginning } from './start-draft.ts'

const words: Readonly<Record<Beginning, { text: string; hint: string }>> = {
  'in-force': {
    text: 'Change the version in force',
    hint: 'Begin with it as it stands.',
  },
  clauses: {
    text: 'Build it from ready-made parts',
    hint: 'Every part says what the guidance asks for. You choose, fill in names and numbers, and change what you need to. About twenty minutes.',
  },
  words: {
    text: 'Write it here, or paste it',
    hint: 'In your own words. A person then says how each part stands to the guidance.',
  },
  file: {
    text: 'Upload a document',
    hint: 'Word, PDF or plain text. You see what was understood before it becomes the draft.',
  },
}

/** The ways to begin a draft, where none is open. */
export function StartForm(about: {
  readonly desk: Desk
  readonly people: DraftPeople
  readonly actor: PersonActor
  readonly form: Pick<FormState, 'typed' | 'errors'>
}) {
  const { desk, people, form } = about
  const { policy, newest } = desk.shelf
  const ways = beginningsFor(desk)
  return (
    <>
      <Heading>
        {newest ? 'Write a new version' : 'Write the first version'}: {policy.title}
      </Heading>
      {desk.current?.state === 'dropped' && <Inset>The last draft of it was dropped.</Inset>}
      <Paragraph>
        You write a draft, and a second person approves it. Until then{' '}
        {newest ? `version ${newest.number} stays in force` : 'nothing is in force'}.
      </Paragraph>
      {people.approvers.length === 0 && <NobodyToApprove alone={people.alone} actor={about.actor} />}
      <form method="post" noValidate>
        <Radios
          name="begin"
          label="How you begin"
          labelSize="m"
          value={form.typed.begin ?? ways[0]}
          error={form.errors.begin}
          options={ways.map(way => ({ value: way, ...words[way] }))}
        />
        <Button once>Begin</Button>
      </form>
    </>
  )
}
