import { type Act, actNames } from './acts.ts'
import type { PlainRow, Row } from './row.ts'
import { keepPicture, publishPicture, takePicture, usePicture } from './rules/images.ts'
import { browse } from './rules/internet.ts'
import { followUp, retain } from './rules/keeping.ts'
import { goLive, record } from './rules/live-streaming.ts'
import { email, message } from './rules/messages.ts'
import { call, text, useDevice } from './rules/phones.ts'
import { report } from './rules/reporting.ts'
import { addContact, makeProfile, play, post, shareDetails } from './rules/social-networking.ts'

/** What the guidance itself says of every act. Rows in any order: they are weighed together. */
export const table = {
  'add-contact': addContact,
  message,
  email,
  call,
  text,
  'share-details': shareDetails,
  'make-profile': makeProfile,
  'take-picture': takePicture,
  'keep-picture': keepPicture,
  'use-picture': usePicture,
  'publish-picture': publishPicture,
  'use-device': useDevice,
  'go-live': goLive,
  record,
  browse,
  play,
  post,
  retain,
  'follow-up': followUp,
  report,
} as const satisfies { readonly [A in Act]: Readonly<Record<string, Row<A>>> }

/** The id of a row: its act and its name, `message/own-profile`. */
export type RowId = { [A in Act]: `${A}/${keyof (typeof table)[A] & string}` }[Act]

/** A row as data, whichever act it is of. */
export interface AnyRow extends PlainRow {
  readonly id: RowId
  readonly act: Act
}

/** Every row of one act. */
export const rowsOfAct = (act: Act): readonly AnyRow[] =>
  Object.entries<PlainRow>(table[act]).map(([name, row]) => ({
    // The name is one of this act's own rows, just gone through.
    id: `${act}/${name}` as RowId,
    act,
    ...row,
  }))

export const ruleRows: readonly AnyRow[] = actNames.flatMap(rowsOfAct)

/** Whether a text, from a form or an address, is the id of a row. */
export const isRowId = (text: string): text is RowId => ruleRows.some(({ id }) => id === text)
