import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { signedIn, wordsOf } from '../../tests/setup/person.ts'
import { cast } from '../demo/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await house.close()
})

test('where the connection breaks at the commit, whoever sent something is told to look before they send it again; where it failed, that it was not saved', async () => {
  const amira = await signedIn(house, 'amira')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'The bus' })
  const send = async () => {
    const answer = await amira.post(`${at}/write`, { body: 'At four.', key: crypto.randomUUID() })
    return { status: answer.status, words: wordsOf(await answer.text()) }
  }
  const atCommit = async (does: string) => {
    await house.database.asOwner(`create or replace function at_commit() returns trigger language plpgsql as
      $$ begin ${does}; return null; end $$`)
  }
  await atCommit('perform pg_terminate_backend(pg_backend_pid())')
  await house.database.asOwner(`alter function at_commit() security definer;
    create constraint trigger at_commit after insert on message deferrable initially deferred
    for each row execute function at_commit()`)
  const unknown = await send()
  expect(unknown.status).toBe(500)
  expect(unknown.words).toContain('We cannot tell whether what you sent was saved.')
  expect(unknown.words).toContain('Before you send it again, look whether it is there')
  expect(unknown.words).not.toContain('was not saved')
  await atCommit(`raise exception 'no'`)
  const failed = await send()
  expect(failed.status).toBe(500)
  expect(failed.words).toContain('What you sent was not saved.')
  expect(house.faults.splice(0)).toHaveLength(2)
  await house.database.asOwner('drop trigger at_commit on message; drop function at_commit')
  expect((await send()).status).toBe(303)
})
