import { FitList, policyFits, SeenFigures } from '../drafting/index.ts'
import { type Ground, read, system } from '../records/index.ts'
import { handler } from '../screens/index.ts'
import { Heading, Paragraph } from '../ui/index.ts'
import { agencyToOversee } from './access.ts'
import { routes } from './routes.ts'

/** One policy of a member agency, held against the guidance statement by statement: without anybody's name. */
export const boardPolicyFitPage = (ground: Ground) =>
  handler(routes.policyFit, {
    async get({ actor, page, missing, params }) {
      const agency = actor && (await read(ground, actor, reader => agencyToOversee(reader, params.agency)))
      if (!agency) return missing()
      const fits = await read(ground, system(agency.id), policyFits)
      const found = fits.find(({ policy }) => policy === params.policy)
      if (!found) return missing()
      const title = `${found.title} of ${agency.name}, and the guidance`
      return page({
        title,
        back: { href: routes.agency.to({ agency: agency.id }), text: agency.name },
        body: (
          <>
            <Heading>{title}</Heading>
            <Paragraph>
              Each statement that the guidance has for such a policy, and whether version {found.number},
              which is in force, says it.
            </Paragraph>
            <SeenFigures seen={found.seen} />
            <FitList fits={found.fits} madeOf={found.madeOf} reasons={false} />
          </>
        ),
      })
    },
  })
