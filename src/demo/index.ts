import sharp from 'sharp'
import { allChannels, answer, childOfOnes } from '../agreements/index.ts'
import { dayAt } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { openPool } from '../kit/db/index.ts'
import {
  addPerson,
  beginWork,
  changeLogo,
  openAgency,
  organisationToChange,
  readLogo,
  say,
  tieFamily,
} from '../people/index.ts'
import { type Ground, type PersonActor, type Recorded, system, type Writer, write } from '../records/index.ts'
import {
  acceptableUse,
  agencies,
  agreedTo,
  type CastMember,
  type CastName,
  cast,
  ties,
  work,
} from './cast.ts'
import { signOnPaper } from './on-paper.ts'
import { type Contact, ourselves } from './ourselves.ts'
import { beginSocialMedia, shelve } from './policies.ts'
import { signOnScreen } from './sign.ts'

export { acceptableUse, agencies, type CastName, cast, demoPassword, socialMedia } from './cast.ts'

/** One of the cast as the one who acts. */
export function actorOf(name: CastName): PersonActor {
  const member: CastMember = cast[name]
  return {
    kind: member.kind,
    agencyId: agencies[member.agency].id,
    personId: member.id,
    name: member.name,
    roles: member.roles,
    place: agencies[member.agency].name,
  }
}

/**
 * Loads the demo cast into an empty database, through the same verbs as people use, so that all of it is on the record.
 * Needs the owner's connection: opening an agency is nobody's in the application.
 */
export async function loadDemo(ownerUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, 2, 'lanyard demo')
  try {
    const now = new Date()
    const at = (ago: number): Ground => ({ pool, clock: () => later(now, -days(ago)), announce: () => {} })
    await openAgencies(at(31))
    for (const member of Object.values(cast)) await add(at(30), member)
    await sayOfOurselves(at(30))
    for (const agency of Object.keys(acceptableUse) as (keyof typeof acceptableUse)[])
      await shelve(at(29), agency, actorOf)
    await beginSocialMedia(at(3), actorOf)
    await signAll(at(28))
    for (const [child, parent, relationship] of ties) {
      const tie = { childId: cast[child].id, parentId: cast[parent].id, relationship }
      await write(at(28), system(agencies[cast[child].agency].id), w => tieFamily(w, tie))
    }
    for (const [child, parent] of agreedTo) await agree(at(27), child, parent)
    for (const [worker, child, purpose] of work) {
      const link = { staffId: cast[worker].id, childId: cast[child].id, purpose }
      await write(at(27), system(agencies[cast[worker].agency].id), w => beginWork(w, link))
    }
  } finally {
    await pool.end()
  }
}

/** A parent agrees to every way of being in touch with their child, on their own page. */
async function agree(ground: Ground, child: CastName, parent: CastName): Promise<void> {
  const last = dayAt(later(ground.clock(), days(700)))
  await write(ground, actorOf(parent), async writer => {
    const about = await childOfOnes(writer, cast[child].id)
    if (!about) throw new Error(`${parent} may not answer for ${child}`)
    return answer(writer, about, { by: cast[parent].id, yes: new Set(allChannels), last, how: 'page' })
  })
}

async function openAgencies(ground: Ground): Promise<void> {
  for (const { id, kind, slug, name, phone, email, web, outOfHours } of Object.values(agencies)) {
    const board_id = kind === 'board' ? null : agencies.board.id
    const given = { board_id, kind, slug, name, phone, email, web, out_of_hours: outOfHours }
    await write(ground, system(id), writer => openAgency(writer, given))
  }
}

/** Managers stand before their people in the cast. */
async function add(ground: Ground, member: CastMember): Promise<void> {
  const { id, kind, name, email, phone, bornOn, roles, manager } = member
  const managerId = manager && cast[manager as CastName].id
  await write(ground, system(agencies[member.agency].id), w =>
    addPerson(w, { id, kind, name, email, phone, bornOn, roles, managerId: managerId || undefined }),
  )
}

async function signAll(ground: Ground): Promise<void> {
  await signOnPaper(ground, acceptableUse.riverside, {
    signer: cast.ben.id,
    manager: actorOf('carys'),
    second: actorOf('dev'),
    explained:
      'Carys went through it with him before his first Saturday, and he said it back in his own words.',
  })
  for (const [name, member] of Object.entries(cast) as [CastName, CastMember][]) {
    if (member.kind !== 'staff' || !member.settled || name === 'ben') continue
    await signOnScreen(ground, acceptableUse[member.agency], actorOf(name))
  }
}

/** The youth club says of itself what its posters and the help page show. */
async function sayOfOurselves(ground: Ground): Promise<void> {
  const saying = (work: Parameters<typeof inRiverside>[1]) => inRiverside(ground, work)
  for (const [name, contact] of Object.entries(ourselves.contacts) as [CastName, Contact][])
    await saying((writer, here) => say(writer, here, 'contact', contact, cast[name].id))
  await saying((writer, here) => say(writer, here, 'lado', ourselves.lado))
  await saying((writer, here) => say(writer, here, 'equipment', ourselves.equipment))
  await saying((writer, here) => say(writer, here, 'colour', { colour: ourselves.colour }))
  const logo = await readLogo(await sharp(Buffer.from(ourselves.logo)).png().toBuffer())
  if (typeof logo === 'string') throw new Error(`the demo's logo: ${logo}`)
  await saying((writer, here) => changeLogo(writer, here, logo))
}

const inRiverside = (
  ground: Ground,
  work: (
    writer: Writer<PersonActor>,
    here: NonNullable<Awaited<ReturnType<typeof organisationToChange>>>,
  ) => Promise<Recorded<undefined>>,
) =>
  write(ground, actorOf('grace'), async writer => {
    const here = await organisationToChange(writer)
    if (!here) throw new Error('Grace may not say what the organisation says of itself')
    return work(writer, here)
  })
