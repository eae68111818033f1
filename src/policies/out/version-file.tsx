import { type Form, fileAnswer, inForm, isForm } from '../../kit/documents/index.ts'
import { OutOfTime, Overcrowded, ThreadEnded } from '../../kit/threads/index.ts'
import { agency } from '../../people/index.ts'
import { type Ground, type PersonActor, type Reader, read } from '../../records/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import { Heading, Paragraph } from '../../ui/index.ts'
import { versionToRead } from '../access.ts'
import { selectNumbered } from '../difference/queries.ts'
import { routes } from '../routes.ts'
import { madeOnce } from './made-once.ts'
import { type VersionOut, versionPaper } from './version-paper.ts'

// A version never changes: when a whole agency is told to read one, it is made once.
const made = madeOnce(24 * 2 ** 20)

/** A version of a policy as a file, in the form that the address names: for everybody who may read it. */
export const versionFile = (ground: Ground) =>
  handler(routes.download, {
    async get({ actor, params, now, page, missing }) {
      const { form } = params
      if (!actor || !isForm(form)) return missing()
      const out = await read(ground, actor, reader => versionOut(reader, params.policy, params.number))
      if (!out) return missing()
      const file = await fileOf(out, form, now)
      if (!file) return page(notNow, { status: 503, headers: { 'retry-after': '60' } })
      return fileAnswer(file, form, `${out.policy.title} version ${out.version.number}`)
    },
  })

async function versionOut(
  reader: Reader<PersonActor>,
  policy: string,
  number: string,
): Promise<VersionOut | undefined> {
  const found = await versionToRead(reader, policy, number)
  if (!found) return undefined
  const { db, actor } = reader
  const [{ name }, after] = await Promise.all([
    agency(reader),
    selectNumbered(db, actor.agencyId, found.policy.id, found.version.number + 1),
  ])
  return { ...found, organisation: name, after }
}

async function fileOf(out: VersionOut, form: Form, now: Date): Promise<Uint8Array | undefined> {
  const paper = versionPaper(out, now)
  const key = [out.version.id, form, paper.organisation, paper.title, paper.standing].join('\n')
  try {
    return await made.get(key, () => inForm(paper, form))
  } catch (error) {
    const busy = error instanceof OutOfTime || error instanceof Overcrowded || error instanceof ThreadEnded
    if (!busy) throw error
    return undefined
  }
}

const notNow: Content = {
  title: 'The document could not be made just now',
  body: (
    <>
      <Heading>The document could not be made just now</Heading>
      <Paragraph>
        Many documents are being made. Try again in a minute. Plain text is made at once, if you need it now.
      </Paragraph>
    </>
  ),
}
