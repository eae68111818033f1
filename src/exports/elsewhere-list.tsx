import { Link, List, Paragraph, Subheading } from '../ui/index.ts'
import type { Elsewhere } from './elsewhere.ts'
import { routes } from './routes.ts'

/** What concerns somebody and is not in this export, each with the way to it. Nothing, where there is nothing. */
export const ElsewhereList = ({ parents, withFamily, naming }: Elsewhere) => {
  const some = [
    ...withFamily.map(one => ({ ...one, why: 'with their family, without them' })),
    ...naming.map(one => ({ ...one, why: 'of others, in which their whole name is written' })),
  ]
  if (some.length + parents.length === 0) return null
  return (
    <>
      <Subheading>What is not in it</Subheading>
      <Paragraph>
        This concerns them too, and is of others as well. Ask for each by itself, if it is needed. Names that
        are shortened or misspelt are not found: search what was said for those.
      </Paragraph>
      <List
        items={[
          ...some.map(({ id, name, why }) => (
            <>
              <Link href={routes.askConversation.to({ conversation: id })}>{name}</Link>, a conversation {why}
            </>
          )),
          ...parents.map(({ id, name }) => (
            <>
              Telephone calls with {name}: in{' '}
              <Link href={routes.askPerson.to({ person: id })}>everything about {name}</Link>
            </>
          )),
        ]}
      />
    </>
  )
}
