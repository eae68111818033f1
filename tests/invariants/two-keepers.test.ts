import { expect, test } from 'vitest'
import { talk } from '../drills/tamper/record.ts'
import { openHouse } from '../setup/house.ts'

test('several keepers of one log at once take turns: none fails, nothing is taken twice, the witness agrees', async () => {
  const house = await openHouse()
  const together = () => Promise.all([house.sequence(), house.sequence(), house.sequence()])
  await Promise.all([
    talk(house.house.ground, 'One', 40, together),
    talk(house.house.ground, 'Two', 40, together),
  ])
  await together()
  expect(house.faults).toEqual([])
  const { agencies, problems } = await house.verify()
  expect(problems).toEqual([])
  for (const { entries, witnessed, waiting } of agencies) expect([witnessed, waiting]).toEqual([entries, 0])
  await house.close()
})
