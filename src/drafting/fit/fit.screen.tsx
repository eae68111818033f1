import { fitOf } from '../../clauses/index.ts'
import { madeOfVersion, routes as policies, policyToSign } from '../../policies/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { FitList } from './fit-list.tsx'
import { SeenFigures } from './fit-summary.tsx'
import { madeOfText } from './in-force.ts'
import { seenOf } from './seen.ts'

/** How the version in force stands to the guidance, for everybody who reads policies. */
export const fitScreen = screen({
  address: routes.fit,
  load: async (reader, { policy }) => {
    const found = await policyToSign(reader, policy)
    if (!found) return undefined
    const madeOf = await madeOfVersion(reader, found.version.id)
    return { ...found, madeOf: madeOfText({ text: found.version.text, madeOf }) }
  },
  show: ({ thing: { policy, version, madeOf } }) => ({
    title: `${policy.title} and the guidance`,
    back: { href: policies.policy.to({ policy: policy.id }), text: policy.title },
    body: (
      <>
        <Heading>{policy.title} and the guidance</Heading>
        <Paragraph>
          Each statement that the guidance has for such a policy, and whether version {version.number} says
          it. Your safeguarding board sees the same.
        </Paragraph>
        <SeenFigures seen={seenOf(policy.kind, madeOf)} />
        <FitList fits={fitOf(policy.kind, madeOf)} madeOf={madeOf} />
      </>
    ),
  }),
})
