import { startEmbedded } from '../src/kit/postgres/index.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { emptyFolder, removeFolder, startLanyard } from './setup/lanyard.ts'
import { interleaved, timed } from './setup/measure.ts'

const rounds = 4

/** From the command to the first page: with nothing there yet, and with everything there. */
export async function measure(): Promise<Report> {
  const [kept, keptPostgres] = [await emptyFolder(), await emptyFolder()]
  try {
    await start(kept)
    await postgresAlone(keptPostgres)
    const found = await interleaved(rounds, {
      first: () => inAnEmptyFolder(start),
      firstPostgres: () => inAnEmptyFolder(postgresAlone),
      second: () => start(kept),
      secondPostgres: () => postgresAlone(keptPostgres),
    })
    return {
      figures: [
        figureOf({
          what: 'first start, empty data folder, with the demo',
          unit: 's',
          rounds: found,
          ours: 'first',
          against: { name: 'firstPostgres', what: 'its PostgreSQL alone: made and started' },
        }),
        figureOf({
          what: 'second start',
          unit: 's',
          rounds: found,
          ours: 'second',
          against: { name: 'secondPostgres', what: 'its PostgreSQL alone: started' },
          target: { atMost: 3 },
        }),
      ],
      notes: ['from the command to the first page, on a tree that is built; seconds by the clock.'],
    }
  } finally {
    await removeFolder(kept)
    await removeFolder(keptPostgres)
  }
}

/** Seconds until the first page. */
async function start(folder: string): Promise<number> {
  const lanyard = await startLanyard(folder)
  await lanyard.stop()
  return lanyard.took / 1000
}

/** Seconds until PostgreSQL lets somebody in. */
async function postgresAlone(folder: string): Promise<number> {
  let stop = async () => {}
  const took = await timed(async () => {
    ;({ stop } = await startEmbedded({ folder, ownerPassword: 'bench' }))
  })
  await stop()
  return took / 1000
}

async function inAnEmptyFolder(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = await emptyFolder()
  return work(folder).finally(() => removeFolder(folder))
}
