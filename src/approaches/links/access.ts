import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { isHere } from '../../people/index.ts'
import { type PersonActor, type Reader, record, type Writer } from '../../records/index.ts'
import { hears } from '../access.ts'
import { type LinkRow, selectLink } from './queries.ts'
import { isOver } from './standing.ts'

/** A personal link: one's own; or, on the record, that of somebody one hears. */
export async function linkToRead(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'read', { readonly link: LinkRow; readonly mine: boolean }> | undefined> {
  const link = await find(writer, text)
  if (!link) return undefined
  const mine = link.declared_by === writer.actor.personId && (await isHere(writer))
  if (mine) return permit('read', { link, mine })
  if (!(await hears(writer, link.declared_by))) return undefined
  await record(writer, {
    event: 'personal-link.read',
    about: [{ kind: 'personal-link', id: link.id }],
    cites: ['SN-POOR-4'],
    content: { link: link.id, at: writer.now.toISOString() },
  })
  return permit('read', { link, mine })
}

/** A personal link that stands, to decide on: never one's own. */
export async function linkToDecide(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'decide', LinkRow> | undefined> {
  const link = await find(reader, text)
  if (!link || isOver(link)) return undefined
  return (await hears(reader, link.declared_by)) ? permit('decide', link) : undefined
}

/** A personal link of one's own that stands, to say that it is over. */
export async function linkToEnd(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'end', LinkRow> | undefined> {
  const link = await find(reader, text)
  if (!link || isOver(link) || link.declared_by !== reader.actor.personId) return undefined
  return (await isHere(reader)) ? permit('end', link) : undefined
}

async function find({ db, actor }: Reader<PersonActor>, text: string): Promise<LinkRow | undefined> {
  const id = idFrom<'personal-link'>(text)
  return id && actor.kind === 'staff' ? selectLink(db, actor.agencyId, id) : undefined
}
