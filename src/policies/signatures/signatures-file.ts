import { csvAnswer } from '../../kit/csv/index.ts'
import { type Ground, read } from '../../records/index.ts'
import { handler } from '../../screens/index.ts'
import { policyToFollow } from '../access.ts'
import { routes } from '../routes.ts'
import { signingState, signingWords } from '../rules.ts'
import { selectSignings } from './queries.ts'
import { askedOf, seenBy } from './seen.ts'

/** Who has signed, as a file for a spreadsheet: everybody whom the page shows, as it is narrowed and sorted. */
export const signaturesFile = (ground: Ground) =>
  handler(routes.signaturesFile, {
    async get({ actor, params, url, missing }) {
      const found =
        actor &&
        (await read(ground, actor, async reader => {
          const policy = await policyToFollow(reader, params.policy)
          if (!policy) return undefined
          const { sought, sort } = await askedOf(reader, url.searchParams)
          const rows = await selectSignings(reader.db, await seenBy(reader, policy), sought, { sort })
          return { newest: policy.version.number, rows }
        }))
      if (!found) return missing()
      const { newest, rows } = found
      return csvAnswer('lanyard-signatures.csv', [
        ['Name', 'Answers to', 'Standing', 'Late', 'Version', 'Signed on', 'How'],
        ...rows.map(({ name, manager, late, number, signed_at, on_paper, required }) => [
          name,
          manager ?? '',
          signingWords[signingState({ newest, required, signed: number })],
          late ? 'Late' : '',
          `${number ?? ''}`,
          on_paper ?? signed_at?.toISOString().slice(0, 10) ?? '',
          on_paper ? 'On paper' : number ? 'On screen' : '',
        ]),
      ])
    },
  })
