import type { PersonActor, Reader } from '../records/index.ts'
import { Link, Subheading, Tag } from '../ui/index.ts'

/** What a family was sent that is no conversation, for their page: the app says (src/app.ts). */
export type FamilyNotices = (reader: Reader<PersonActor>) => Promise<
  readonly {
    readonly href: string
    readonly subject: string
    readonly from: string
    readonly isNew: boolean
  }[]
>

/** Notices to them, each their own copy. */
export const Notices = ({ notices }: { readonly notices: Awaited<ReturnType<FamilyNotices>> }) =>
  notices.length === 0 ? null : (
    <>
      <Subheading>Notices</Subheading>
      <ul class="ly-list">
        {notices.map(({ href, subject, from, isNew }) => (
          <li key={href}>
            <Link href={href}>{subject}</Link> {isNew && <Tag colour="green">new</Tag>}
            <span class="ly-list__aside">{from}</span>
          </li>
        ))}
      </ul>
      <Subheading>Conversations</Subheading>
    </>
  )
