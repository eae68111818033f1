import type { OrganisationFacts } from '../people/index.ts'
import type { PersonActor } from '../records/index.ts'
import { Paragraph, Subheading } from '../ui/index.ts'
import { TurnTo } from './turn-to.tsx'

/** Said at once to somebody of a family whose words may say that somebody is in danger: whom to talk to, and what happens next. */
export const HelpWords = ({
  facts,
  actor,
}: {
  readonly facts: OrganisationFacts
  readonly actor: PersonActor
}) => (
  <>
    <Paragraph>
      Thank you for telling us. It was right to say it. Some of what you wrote made us think that you, or
      somebody else, may not be safe, or may be having a very hard time.
    </Paragraph>
    <Subheading>You can talk to somebody now</Subheading>
    <TurnTo facts={facts} kind={actor.kind} />
    <Subheading>What happens next</Subheading>
    <Paragraph>
      The person at {actor.place} whose job it is to keep people safe has been told that you wrote, and reads
      it as soon as they can. They may share it with somebody who can help. They do not promise to keep it
      secret, because they want you to be safe.
    </Paragraph>
    <Paragraph>
      {actor.kind === 'child'
        ? 'You are not in trouble. If we have understood it wrongly, that is fine: you need not do anything.'
        : 'If we have understood it wrongly, you need not do anything.'}
    </Paragraph>
  </>
)
