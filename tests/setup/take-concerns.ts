import { putOn } from '../../src/concerns/index.ts'
import { asApp } from '../../src/database.ts'
import { agencies, cast } from '../../src/demo/index.ts'
import { machineClock } from '../../src/kit/clock.ts'
import { openPool } from '../../src/kit/db/index.ts'
import type { Secrets } from '../../src/kit/secrets.ts'
import { system, write } from '../../src/records/index.ts'

/** On a server that runs already, Riverside takes concerns from now on, as if its chain had been found whole. */
export async function takeConcernsAt(
  ownerUrl: string,
  { databaseApp }: Pick<Secrets, 'databaseApp'>,
): Promise<void> {
  const pool = openPool(asApp(ownerUrl, databaseApp), 1)
  const ground = { pool, clock: machineClock, announce: () => {} }
  await write(ground, system(agencies.riverside.id), writer => putOn(writer, cast.dev.id))
  await pool.end()
}
