import { routes as people } from '../../people/index.ts'
import { Inset, Link, Paragraph } from '../../ui/index.ts'

/** What to do where nobody is there who could approve: a version always has a second person behind it. */
export const NobodyToApprove = ({ alone }: { readonly alone: boolean }) => (
  <Inset>
    <Paragraph>
      {alone
        ? 'You are the only one here so far. A policy comes into force once a second person has approved it.'
        : 'Nobody else here can approve it: that takes a senior manager, a designated person or an administrator who wrote none of it.'}
    </Paragraph>
    <Paragraph>
      <Link href={people.invite.to()}>Invite a senior manager or your designated person</Link>. As soon as
      they have joined, you can ask them. An administrator can also give somebody who is here already one of
      these roles.
    </Paragraph>
  </Inset>
)
