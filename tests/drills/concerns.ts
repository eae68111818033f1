import { concernRounds } from './concerns/rounds.ts'
import { type Drill, table } from './drill.ts'

export const concerns: Drill = {
  name: 'concerns',
  about:
    'Kills the server with SIGKILL while people tell of concerns, and in a share of the rounds PostgreSQL too, and starts it again.',
  async run({ kills = '20' }, tell) {
    tell('round  told  told again  restart')
    const rounds = await concernRounds(Number(kills), ({ killed, told, again, restart, lost }, number) => {
      const cells = [
        `${number}`.padStart(5),
        `${told}`.padStart(4),
        `${again}`.padStart(10),
        `${restart}`.padStart(7),
      ]
      tell(`${cells.join('  ')}  ${killed}${lost.length > 0 ? `  LOST: ${lost[0]}` : ''}`)
    })
    const sum = (what: 'told' | 'again') => rounds.reduce((total, round) => total + round[what], 0)
    const lost = rounds.flatMap((round, at) => round.lost.map(one => `round ${at + 1}: ${one}`))
    tell('')
    tell(
      table([
        ['kills', 'told', 'told again', 'lost'],
        [rounds.length, sum('told'), sum('again'), lost.length],
      ]),
    )
    return { tried: `${rounds.length} kills; ${sum('told')} concerns were acknowledged`, lost }
  },
}
