import { Unseen } from '../ui/index.ts'
import { type Mark, markOf, type Part, type Progress, partsOf, progressOf, type Walking } from './walking.ts'

const words: Readonly<Record<Progress | Mark, string>> = {
  done: 'done',
  begun: 'begun',
  'to-do': 'still to do',
  right: 'right',
  again: 'comes round again',
}

interface Step {
  readonly key: string
  readonly state: Progress | Mark
  readonly name: string
}

/** How far along one is, step by step; `here` is the step of this page. */
const Steps = ({ steps, here, label }: { steps: readonly Step[]; here: number; label: string }) => (
  <div class="ly-along">
    <p class="ly-along__words">{label}</p>
    <ol class="ly-along__steps">
      {steps.map(({ key, state, name }, at) => (
        <li
          key={key}
          class={`ly-along__step ly-along__step--${state}${at === here ? ' ly-along__step--here' : ''}`}
          aria-current={at === here ? 'step' : undefined}
        >
          <Unseen>
            {name}: {words[state]}
          </Unseen>
        </li>
      ))}
    </ol>
  </div>
)

/** How far along the path this part is. */
export function AlongPath({ walking, part }: { readonly walking: Walking; readonly part: Part }) {
  const parts = partsOf(walking.walk)
  const here = parts.findIndex(({ id }) => id === part.id)
  return (
    <Steps
      here={here}
      label={`Part ${here + 1} of ${parts.length}: ${part.title}`}
      steps={parts.map(one => ({ key: one.id, state: progressOf(walking, one), name: one.title }))}
    />
  )
}

/** How far along the situations this one is. */
export const AlongSituations = (about: { walking: Walking; part: Part; at: number }) => (
  <Steps
    here={about.at}
    label={`Situation ${about.at + 1} of ${about.part.questions.length}`}
    steps={about.part.questions.map((one, at) => ({
      key: one.id,
      state: markOf(about.walking, one),
      name: `Situation ${at + 1}`,
    }))}
  />
)
