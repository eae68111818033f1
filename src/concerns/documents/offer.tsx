import { Details, Link, Paragraph } from '../../ui/index.ts'
import { documentRoutes } from './routes.ts'

/** How to hand in a document, on the page of whoever told of a concern. */
export const DocumentOffer = () => (
  <Details summary="Is there a document?">
    <Paragraph>
      <Link href={documentRoutes.told.to()}>Hand in a letter, an email or something written</Link>. Not a
      picture or a film, and nothing with one in it.
    </Paragraph>
  </Details>
)

/** Where the documents of a concern are, for those who read it. */
export const DocumentsLink = ({ concern, count }: { readonly concern: string; readonly count: number }) => (
  <Link href={documentRoutes.all.to({ concern })}>
    {count === 0 ? 'Hand in a document' : `Documents (${count})`}
  </Link>
)
