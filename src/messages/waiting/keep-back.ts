import { type Already, type Refused, refuse } from '../../kit/proof.ts'
import { hasRole, isWithin, nextWithin } from '../../people/index.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import type { Finding } from '../../screening/index.ts'
import type { ToWriteIn } from '../access.ts'
import { maySuperviseAll } from '../rules.ts'
import type { Screened } from '../screened.ts'
import type { There } from '../sent-before.ts'
import { saysWhy } from './rules.ts'
import { wait } from './wait.ts'

export type AskedRefusal = Refused<
  'asked-about',
  { readonly found: readonly Finding[]; readonly tooShort: boolean }
>

/**
 * Keeps a worker's message back where it may not simply go: it is held for whoever answers for them; asked about, until a
 * few words say why it is to go; or waits for the hours of contact. Undefined when it may go now.
 */
export async function keptBack(
  writer: Writer<PersonActor>,
  found: ToWriteIn,
  draft: { readonly body: string; readonly key: string; readonly reason?: string | undefined },
  { held, asked }: Screened,
): Promise<Recorded<undefined> | Already<There> | AskedRefusal | undefined> {
  if (held) return wait(writer, found, draft, { why: 'held', found: held })
  if (asked && !saysWhy(draft.reason))
    return refuse('asked-about', { found: asked, tooShort: draft.reason !== undefined })
  if (isWithin(found.hours, writer.now) || (await goesAtAnyHour(writer))) return undefined
  const goesAt = nextWithin(found.hours, writer.now)
  return wait(writer, found, draft, { why: 'hours', goesAt, found: asked ?? [] })
}

/** Whoever answers for safeguarding writes at any hour: they answer a child who may be in danger. */
const goesAtAnyHour = (writer: Writer<PersonActor>): Promise<boolean> => hasRole(writer, ...maySuperviseAll)
