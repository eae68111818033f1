import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { unlockedFor } from '../../sealing/index.ts'
import { SayWhy, whyFields } from '../casework/open.screen.tsx'
import { exportOfMine } from './access.ts'
import { taking } from './routes.ts'
import { openAllBecause, toSayWhy } from './why.ts'

/** Says why one opens the concerns of an export, on a day on which each would ask. */
export const whyScreen = screen({
  address: taking.why,
  fields: whyFields,
  loadOnRecord: async (writer, at) => {
    const here = await exportOfMine(writer, at.taking)
    if (!here) return undefined
    const unlocked = (await unlockedFor(writer)) !== undefined
    return { here, unlocked, asking: unlocked ? await toSayWhy(writer, here) : [] }
  },
  show: ({ thing: { here }, form }) => ({
    title: 'Why are you opening this?',
    back: { href: taking.exports.to(), text: 'Exports' },
    body: <SayWhy to={taking.why.to({ taking: here.row.id })} form={form} />,
  }),
  submit: async (writer, { unlocked, asking }, about) =>
    unlocked ? openAllBecause(writer, asking, about) : refuse('locked'),
  done: (_, { here }) => taking.export.to({ taking: here.row.id }),
  refused: {
    'say-which': () => 'Say in your own words why you are opening it.',
    locked: () => 'It was not opened: your key is locked. Unlock it in another window, and send this again.',
  },
})
