import { openConnection } from '../../kit/db/index.ts'

/**
 * The address whose host begins this installation's logs' names: the one they began with, for as long as they live, or
 * `url` while there is none. A log's name is in every checkpoint and its key is made from it, so a log cannot be renamed;
 * an installation that moves to another address, or is started once on another port, keeps its logs as they are.
 * Needs the owner's rights. Whoever rewrites the name in the database gains nothing: the keys are made from the master
 * secret, and another name gives keys that its witness does not know.
 */
export async function addressOfLogs(ownerUrl: string, url: string): Promise<string> {
  const client = await openConnection(ownerUrl, 'lanyard start')
  try {
    const { rows } = await client.query<{ note: string }>(
      'select note from checkpoint order by at, agency_id limit 1',
    )
    const host = /^([^\n]+)\/log\/[^/\n]+\n/.exec(rows[0]?.note ?? '')?.[1]
    return host && URL.canParse(`http://${host}`) ? `http://${host}` : url
  } finally {
    await client.end()
  }
}
