import type { Permitted } from '../../kit/proof.ts'
import {
  type Ground,
  inVault,
  type LogKeys,
  type PersonActor,
  type Recorded,
  record,
  trusting,
  type Writer,
} from '../../records/index.ts'
import { checkTold, type ToldCheck } from '../exports/check.ts'
import { signerOf } from '../exports/fetch.ts'
import { contentOfFile } from './access.ts'
import type { ArrivedRow } from './queries.ts'

/** A file that was accepted: what its check says, and its text as it came. */
export interface OpenFile {
  readonly text: string
  readonly check: ToldCheck
  readonly opened: Recorded<undefined>
}

/** Opens a file that was accepted, on the record each time, and checks it by the keys of whoever sent it. */
export async function openFile(
  writer: Writer<PersonActor>,
  file: Permitted<'answer-file', ArrivedRow>,
  about: {
    readonly ground: Ground
    readonly keys: LogKeys
    readonly as: 'page' | 'pdf' | 'json' | 'document'
  },
): Promise<OpenFile | 'locked' | undefined> {
  const content = await contentOfFile(writer, file)
  if (content === 'locked' || content === undefined) return content
  const { vkey } = await signerOf(about.ground, about.keys, file.from_agency)
  const opened = await inVault(writer, inside =>
    record(inside, {
      event: 'concern-file.opened',
      about: [{ kind: 'concern-file', id: file.id }],
      cites: ['REP-4'],
      content: { file: file.id, as: about.as },
    }),
  )
  return { text: content.text, check: checkTold(content.text, trusting([vkey], [])), opened }
}
