import { cast } from '../../../src/demo/index.ts'
import { newId } from '../../../src/kit/ids.ts'
import { entryAt, riverside } from './rewrite.ts'
import { type Way, within } from './way.ts'

/** The rows that the record answers for, with the record itself left alone. */
export const rowWays: readonly Way[] = [
  {
    name: 'alter a message without its content',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query(`update message set body = 'We never met' where entry_id = $1`, [entryId])
      return { entryId, position: within, says: /row of message: it is not what was recorded/ }
    },
  },
  {
    name: 'disable triggers, and edit a signature',
    async rewrite({ client }) {
      await client.query('set session_replication_role = origin')
      await client.query('alter table signature disable trigger all')
      const { rows } = await client.query(
        `update signature set text_hash = sha256('another text') where person_id = $1 returning entry_id`,
        [cast.amira.id],
      )
      await client.query('alter table signature enable trigger all')
      return { entryId: rows[0].entry_id, says: /row of signature: it is not what was recorded/ }
    },
  },
  {
    name: 'alter the text of a policy that was signed',
    async rewrite({ client }) {
      const { rows } = await client.query(
        `update policy_version set text = text || ' Or not.', text_hash = sha256(convert_to(text || ' Or not.', 'UTF8'))
         where agency_id = $1 returning entry_id`,
        [riverside],
      )
      return { entryId: rows[0].entry_id, says: /row of policy_version: it is not what was recorded/ }
    },
  },
  {
    name: 'delete a message and keep its entry',
    async rewrite({ client }) {
      const entryId = await entryAt(client, within)
      await client.query('delete from message where entry_id = $1', [entryId])
      return { entryId, position: within, says: /message that was recorded is gone/ }
    },
  },
  {
    name: 'take the second adult out of a conversation',
    async rewrite({ client }) {
      const { rows } = await client.query(
        `delete from participant where part = 'second-adult' and conversation_id =
           (select id from conversation order by opened_at limit 1) returning entry_id`,
      )
      return { entryId: rows[0].entry_id, says: /participant that was recorded is gone/ }
    },
  },
  {
    name: 'invent a signature',
    async rewrite({ client }) {
      const entryId = newId()
      await client.query(
        `insert into signature (agency_id, id, policy_id, version_id, person_id, text_hash, signed_at, entry_id)
         select agency_id, $2, policy_id, version_id, $3, text_hash, signed_at, $4 from signature where person_id = $1`,
        [cast.amira.id, newId(), cast.noor.id, entryId],
      )
      return { entryId, says: /row of signature: no entry recorded it/ }
    },
  },
  {
    name: 'give oneself another role',
    async rewrite({ client }) {
      const { rows } = await client.query(
        `update role_grant set role = 'administrator' where person_id = $1 returning entry_id`,
        [cast.ben.id],
      )
      return { entryId: rows[0].entry_id, says: /row of role_grant: it is not what was recorded/ }
    },
  },
  {
    name: 'delete a whole agency with its log',
    async rewrite({ client }) {
      const { rows } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'agency_id'
         and table_name in (select relname from pg_class where relkind = 'r')`,
      )
      const otters = `(select id from agency where slug = 'otters-swimming')`
      for (const { name } of rows) await client.query(`delete from ${name} where agency_id = ${otters}`)
      await client.query(`delete from agency where slug = 'otters-swimming'`)
      return { agency: 'otters-swimming', says: /no such log is in the database/ }
    },
  },
]
