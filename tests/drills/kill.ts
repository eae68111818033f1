import { type Drill, table } from './drill.ts'
import { killRounds } from './kill/rounds.ts'

export const kill: Drill = {
  name: 'kill',
  about:
    'Kills the server under load with SIGKILL, and in a share of the rounds PostgreSQL too, and starts it again.',
  async run({ kills = '50' }, tell) {
    tell('round  messages  signatures  sent again  restart')
    const rounds = await killRounds(Number(kills), (round, number) => {
      const { killed, messages, signatures, again, restart, lost } = round
      const cells = [
        `${number}`.padStart(5),
        `${messages}`.padStart(8),
        `${signatures}`.padStart(10),
        `${again}`.padStart(10),
        `${restart}`.padStart(7),
      ]
      tell(`${cells.join('  ')}  ${killed}${lost.length > 0 ? `  LOST: ${lost[0]}` : ''}`)
    })
    const sum = (what: 'messages' | 'signatures' | 'again') =>
      rounds.reduce((total, round) => total + round[what], 0)
    const postgres = rounds.filter(({ killed }) => killed !== 'server').length
    const starts = rounds.map(({ restart }) => restart).sort((a, b) => a - b)
    const lost = rounds.flatMap((round, at) => round.lost.map(one => `round ${at + 1}: ${one}`))
    tell('')
    tell(
      table([
        [
          'kills',
          'with PostgreSQL',
          'messages',
          'signatures',
          'sent again',
          'middle restart',
          'slowest',
          'lost',
        ],
        [
          rounds.length,
          postgres,
          sum('messages'),
          sum('signatures'),
          sum('again'),
          `${starts[starts.length >> 1] ?? 0} ms`,
          `${starts.at(-1) ?? 0} ms`,
          lost.length,
        ],
      ]),
    )
    return {
      tried: `${rounds.length} kills; ${sum('messages')} messages and ${sum('signatures')} signatures were acknowledged`,
      lost,
    }
  },
}
