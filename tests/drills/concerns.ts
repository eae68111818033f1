import { concernRounds } from './concerns/rounds.ts'
import { type Drill, table } from './drill.ts'

export const concerns: Drill = {
  name: 'concerns',
  about:
    'Kills the server with SIGKILL while people tell of concerns, add to them, hand in documents and decide, and in a share of the rounds PostgreSQL too, and starts it again.',
  async run({ kills = '20' }, tell) {
    tell('round  told  done in them  again  restart')
    const rounds = await concernRounds(
      Number(kills),
      ({ killed, told, done, again, restart, lost }, number) => {
        const cells = [
          `${number}`.padStart(5),
          `${told}`.padStart(4),
          `${done}`.padStart(12),
          `${again}`.padStart(5),
          `${restart}`.padStart(7),
        ]
        tell(`${cells.join('  ')}  ${killed}${lost.length > 0 ? `  LOST: ${lost[0]}` : ''}`)
      },
    )
    const sum = (what: 'told' | 'done' | 'again') => rounds.reduce((total, round) => total + round[what], 0)
    const lost = rounds.flatMap((round, at) => round.lost.map(one => `round ${at + 1}: ${one}`))
    tell('')
    tell(
      table([
        ['kills', 'told', 'done in them', 'again', 'lost'],
        [rounds.length, sum('told'), sum('done'), sum('again'), lost.length],
      ]),
    )
    return {
      tried: `${rounds.length} kills; ${sum('told')} concerns and ${sum('done')} additions, documents and decisions were acknowledged`,
      lost,
    }
  },
}
