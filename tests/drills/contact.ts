import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadSecrets } from '../../src/kit/secrets.ts'
import { logKeys } from '../../src/records/index.ts'
import { postgresOf, startServer } from '../setup/server.ts'
import { checkContact, settled } from './contact/check.ts'
import { kinds, load, nothingDone, type Sent, send } from './contact/load.ts'
import { begin, openStage, type Stage } from './contact/stage.ts'
import { type Drill, type Outcome, table } from './drill.ts'
import { checkRecord } from './kill/check.ts'

const [shortest, longest] = [200, 2_000]

/** Kills it so often under all of its load; gives what was acknowledged. */
async function killed(
  stage: Stage,
  kills: number,
  tell: (line: string) => void,
): Promise<{ told: Sent[]; server: Awaited<ReturnType<typeof startServer>> }> {
  const begun = await begin(stage)
  let { server } = begun
  const around = { stage, front: begun.front, targets: begun.targets }
  const told: Sent[] = []
  for (let round = 1; round <= kills; round++) {
    let over = false
    const done = nothingDone()
    const loading = load(around, () => over, done)
    await wait(shortest + Math.random() * (longest - shortest))
    await server.kill()
    over = true
    await loading
    server = await startServer(stage.place)
    const again = done.unanswered.splice(0)
    for (const one of again) await send(around, one, done)
    // What is not taken even now was never promised to anybody.
    told.push(...done.told)
    tell(
      `${`${round}`.padStart(5)}  ${`${done.told.length}`.padStart(12)}  ${`${again.length}`.padStart(10)}  ${server.took}`,
    )
  }
  return { told, server }
}

export const contact: Drill = {
  name: 'contact',
  about:
    'Kills the server with SIGKILL under messages, emails both ways through Postfix, texts both ways, and notices, and starts it again.',
  async run({ kills = '20' }, tell): Promise<Outcome> {
    const stage = await openStage()
    try {
      tell('round  acknowledged  sent again  restart')
      const { told, server } = await killed(stage, Number(kills), tell)
      const stuck = await settled(stage)
      const { wrong, received, unsure } = await checkContact(stage, told)
      const { master } = await loadSecrets(join(stage.place.folder, 'secrets.json'))
      const record = await checkRecord({
        ownerUrl: (await postgresOf(stage.place)).ownerUrl,
        keys: logKeys(master, stage.place.url),
        heads: join(stage.place.folder, 'witness'),
      })
      await server.stop()
      const count = (kind: Sent['kind']) => told.filter(one => one.kind === kind).length
      const lost = [...stuck, ...wrong, ...record]
      tell('')
      tell(
        table([
          ['kills', ...kinds, 'received', 'unsure', 'lost'],
          [kills, ...kinds.map(count), received, unsure, lost.length],
        ]),
      )
      return {
        tried: `${kills} kills; ${told.length} things acknowledged, ${received} counted where they are received, ${unsure} said not to be sure`,
        lost,
      }
    } finally {
      await stage.close()
    }
  },
}
