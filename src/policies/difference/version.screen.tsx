import { inDays } from '../../kit/clock.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Link, List, Prose, Subheading, SummaryList } from '../../ui/index.ts'
import { versionToRead } from '../access.ts'
import { Downloads } from '../out/downloads.tsx'
import { routes } from '../routes.ts'
import { Difference } from './difference-view.tsx'

/** One version of a policy, in force or not: what changed in it, and its whole text. */
export const versionScreen = screen({
  address: routes.version,
  load: (reader, { policy, number }) => versionToRead(reader, policy, number),
  show: ({ thing: { policy, version, before, newest } }) => {
    const { number } = version
    const link = (to: number, words: string) => (
      <Link href={routes.version.to({ policy: policy.id, number: `${to}` })}>{words}</Link>
    )
    const others = [
      number > 1 && link(number - 1, `Version ${number - 1}, before it`),
      number < newest && link(number + 1, `Version ${number + 1}, after it`),
    ].filter(Boolean)
    return {
      title: `Version ${number}: ${policy.title}`,
      back: { href: routes.policy.to({ policy: policy.id }), text: policy.title },
      body: (
        <>
          <Heading>
            Version {number}: {policy.title}
          </Heading>
          <SummaryList
            rows={[
              {
                key: 'Standing',
                value: number === newest ? 'In force' : `Version ${newest} is in force now`,
              },
              { key: 'Published on', value: inDays(version.published_at) },
              { key: 'What changed', value: version.change_note || 'Nothing is said' },
              {
                key: 'Signing',
                value: version.sign_again ? 'To be signed by everybody' : 'Not to be signed again',
              },
            ]}
          />
          {before && (
            <>
              <Subheading>What changed since version {before.number}</Subheading>
              <Difference before={before.text} after={version.text} />
              <Subheading>The whole of version {number}</Subheading>
            </>
          )}
          <Prose text={version.text} contents />
          <Downloads policy={policy.id} number={number} />
          {others.length > 0 && <List items={others} />}
        </>
      ),
    }
  },
})
