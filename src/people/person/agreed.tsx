import { Link, List, Paragraph, Subheading } from '../../ui/index.ts'

/** On a child's page: how anybody has agreed that they may be contacted. */
export const Agreed = ({ href, lines }: { readonly href: string; readonly lines: readonly string[] }) => (
  <>
    <Subheading>Contact that is agreed to</Subheading>
    {lines.length === 0 && <Paragraph>None yet, so nobody can write to them.</Paragraph>}
    {lines.length > 0 && <List items={[...lines]} />}
    <Paragraph>
      <Link href={href}>Ask for agreement, or read what was said</Link>
    </Paragraph>
  </>
)
