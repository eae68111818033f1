import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { type Id, idFrom } from '../../kit/ids.ts'
import { keyedHash } from '../../kit/seal.ts'
import type { ConversationId } from '../../messages/index.ts'
import type { AgencyId, Ground, PersonId, Writer } from '../../records/index.ts'
import type { DeliveryId } from '../tables.ts'

/** One person's place in one conversation: what a reply address stands for. */
export interface Place {
  readonly agencyId: AgencyId
  readonly conversationId: ConversationId
  readonly personId: PersonId
}

/** What an address of ours is for: somebody's answers in a conversation, or what comes back of a delivery. */
export type Ours =
  | ({ readonly kind: 'answer' } & Place)
  | { readonly kind: 'returned'; readonly agencyId: AgencyId; readonly deliveryId: DeliveryId }

// Small letters and digits alone: some mail servers change the case of what stands before the @.
const letters = 'abcdefghijklmnopqrstuvwxyz234567'
function inLetters(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/**
 * The addresses of one installation at its domain. An answer's is `c-` and 128 bits made from its place and a secret that no
 * row holds, so that it can be told neither from another nor from the database; a delivery's is `b-`, its id and a proof.
 */
export class ReplyAddresses {
  readonly #secret: string
  readonly domain: string

  constructor(secret: string, domain: string) {
    this.#secret = secret
    this.domain = domain
  }

  #made(about: string): Buffer {
    return keyedHash(this.#secret, 'reply addresses', about).subarray(0, 16)
  }

  #token({ agencyId, conversationId, personId }: Place): string {
    return inLetters(this.#made(`answer ${agencyId} ${conversationId} ${personId}`))
  }

  /** Where somebody answers in a conversation; known from now on. */
  async answersAt(writer: Writer, place: Place): Promise<string> {
    const token = this.#token(place)
    await sql`insert into reply_address (agency_id, conversation_id, person_id, token_hash, made_at)
      values (${place.agencyId}, ${place.conversationId}, ${place.personId}, ${hashOf(token)}, ${writer.now})
      on conflict do nothing`.execute(writer.db)
    return `c-${token}@${this.domain}`
  }

  /** Where what comes back of a delivery goes. */
  returnsTo(id: DeliveryId): string {
    const proof = inLetters(this.#made(`returned ${id}`)).slice(0, 16)
    return `b-${id.replaceAll('-', '')}${proof}@${this.domain}`
  }

  /** What an address of ours is for; undefined for every other. */
  async find(pool: Ground['pool'], address: string): Promise<Ours | undefined> {
    const [, local = '', domain = ''] =
      /^([a-z0-9-]{1,64})@([a-z0-9.-]{1,253})$/.exec(address.toLowerCase()) ?? []
    if (domain !== this.domain) return undefined
    const [, token] = /^c-([a-z2-7]{26})$/.exec(local) ?? []
    if (token) return answerAt(pool, token)
    const [, hex = '', proof = ''] = /^b-([0-9a-f]{32})([a-z2-7]{16})$/.exec(local) ?? []
    const id = idFrom<'delivery'>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
    if (!id || !this.#proves(id, proof)) return undefined
    return returnedFor(pool, id)
  }

  #proves(id: DeliveryId, proof: string): boolean {
    const right = inLetters(this.#made(`returned ${id}`)).slice(0, 16)
    return timingSafeEqual(Buffer.from(right), Buffer.from(proof))
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(`c-${token}`).digest()

async function answerAt(pool: Ground['pool'], token: string): Promise<Ours | undefined> {
  const { rows } = await pool.query<{
    agency_id: AgencyId
    conversation_id: ConversationId
    person_id: PersonId
  }>('select * from reply_address_by_token($1)', [hashOf(token)])
  const [row] = rows
  return (
    row && {
      kind: 'answer',
      agencyId: row.agency_id,
      conversationId: row.conversation_id,
      personId: row.person_id,
    }
  )
}

async function returnedFor(pool: Ground['pool'], id: Id<'delivery'>): Promise<Ours | undefined> {
  const { rows } = await pool.query<{ id: AgencyId | null }>('select agency_of_delivery($1) as id', [id])
  const agencyId = rows[0]?.id
  return agencyId ? { kind: 'returned', agencyId, deliveryId: id } : undefined
}
