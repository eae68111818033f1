import { routes as people } from '../../people/index.ts'
import type { PersonActor } from '../../records/index.ts'
import { opensToOneOf } from '../../screens/index.ts'
import { Inset, Link, Paragraph } from '../../ui/index.ts'

/** What to do where nobody is there who could approve: a version always has a second person behind it. */
export const NobodyToApprove = (about: { readonly alone: boolean; readonly actor: PersonActor }) => (
  <Inset>
    <Paragraph>
      {about.alone
        ? 'You are the only one here so far. A policy comes into force once a second person has approved it.'
        : 'Nobody else here can approve it: that takes a senior manager, a designated person or an administrator who wrote none of it.'}
    </Paragraph>
    <Paragraph>
      {opensToOneOf(people.invite.opens, about.actor.roles) ? (
        <>
          <Link href={people.invite.to()}>Invite a senior manager or your designated person</Link>. As soon as
          they have joined, you can ask them. You can also give somebody who is here already one of these
          roles.
        </>
      ) : (
        'Ask your administrator to invite a senior manager or a designated person. As soon as they have joined, you can ask them.'
      )}
    </Paragraph>
  </Inset>
)
