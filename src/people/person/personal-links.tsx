import { Link, List, Subheading } from '../../ui/index.ts'
import type { DeclaredLink } from '../above.ts'

/** Ties they have declared to those the agency works with. Nothing where they have none, or it is not for the reader. */
export const PersonalLinks = ({ links }: { readonly links: readonly DeclaredLink[] }) =>
  links.length > 0 ? (
    <>
      <Subheading>Personal links they have declared</Subheading>
      <List
        items={links.map(({ who, words, href }) => (
          <>
            <Link href={href}>{who}</Link>. {words}
          </>
        ))}
      />
    </>
  ) : null
