import { sql } from 'kysely'
import type pg from 'pg'
import { ask, isShared, piece, prepared, send } from '../kit/db/index.ts'
import type { AgencyId } from './actor.ts'
import type { Reader } from './transaction.ts'

/**
 * An agency's vault is where its concerns are kept: rows, duties and a record of their own, under an agency's id of its own,
 * which row-level security keeps from everything that reads the agency. See docs/decisions/0033-vaults.md.
 */
const vaultHere = piece<Record<never, never>, AgencyId>(() => sql`select vault_here()`)
const enter = prepared<{ agency: string }>(
  ({ agency }) => sql`select where set_config('lanyard.agency', ${agency}, true) is null`,
)

/** The vault of the acting person's agency. */
export async function vaultOf({ db }: Reader): Promise<AgencyId> {
  const vault = await ask(db, vaultHere, {})
  if (!vault) throw new Error('this agency has no vault')
  return vault
}

/**
 * Goes into the vault of the acting person's agency for a while, in the same transaction: what `work` reads, writes and
 * records with what it is given is the vault's, and stands or falls with everything else.
 * While it is inside, nothing of the agency itself can be read or written in this transaction: ask for it before or after,
 * never at the same time. Throws in a transaction that is shared: the others would be in it too.
 * Whoever asks for something else first can ask for the vault (vaultOf) in the same breath.
 */
export async function inVault<R extends Reader, T>(
  reader: R,
  work: (inside: R) => Promise<T>,
  known?: AgencyId,
): Promise<T> {
  const { db, actor } = reader
  if (isShared(db)) throw new Error('a vault is gone into in a transaction of one’s own alone')
  const vault = known ?? (await vaultOf(reader))
  send(db, enter, { agency: vault })
  try {
    return await work({ ...reader, actor: { ...actor, agencyId: vault } })
  } finally {
    send(db, enter, { agency: actor.agencyId })
  }
}

/** A vault, and the agency it belongs to. */
export interface Vault {
  readonly id: AgencyId
  readonly home: AgencyId
}

/** Every vault there is: for what is done for each in turn. */
export async function vaultsHere(pool: pg.Pool): Promise<readonly Vault[]> {
  const { rows } = await pool.query<Vault>('select id, home_id as home from vaults_here()')
  return rows
}
