import type { Stated } from './statement.ts'
import { cases } from './statements/cases.ts'
import { email } from './statements/email.ts'
import { contents, coveringPolicy, frontMatter, meaning, publication } from './statements/front-matter.ts'
import { general, generalAppropriate, generalInappropriate, generalStatus } from './statements/general.ts'
import { images } from './statements/images.ts'
import { internet } from './statements/internet.ts'
import { background, introduction } from './statements/introduction.ts'
import { law } from './statements/law.ts'
import { liveStreaming } from './statements/live-streaming.ts'
import { phones } from './statements/phones.ts'
import { reporting, worries } from './statements/reporting.ts'
import { socialNetworking } from './statements/social-networking.ts'
import { sources } from './statements/sources.ts'
import { summaryAppropriate, summaryInappropriate } from './statements/summary.ts'

const rows = {
  ...frontMatter,
  ...coveringPolicy,
  ...publication,
  ...contents,
  ...meaning,
  ...introduction,
  ...background,
  ...law,
  ...cases,
  ...general,
  ...generalAppropriate,
  ...generalInappropriate,
  ...generalStatus,
  ...socialNetworking,
  ...email,
  ...images,
  ...phones,
  ...liveStreaming,
  ...internet,
  ...summaryAppropriate,
  ...summaryInappropriate,
  ...worries,
  ...reporting,
  ...sources,
} as const

/** The id of a statement. Made from the statements themselves, so that a misspelt citation does not compile. */
export type StatementId = keyof typeof rows
export type Statement = Stated<StatementId>

/** Every statement, in the document's order. */
export const statements: readonly Statement[] = Object.values(rows)

export const statement = (id: StatementId): Statement => rows[id]

/** Whether a text, from a form or an address, is the id of a statement. */
export const isStatementId = (text: string): text is StatementId => Object.hasOwn(rows, text)
