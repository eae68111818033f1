import { statement, toShow } from '../guidance/index.ts'
import type { Refused } from '../kit/proof.ts'
import type { Finding } from '../screening/index.ts'
import { List } from '../ui/index.ts'

const more = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' There is one more like it.' : ` There are ${count} more like it.`

/** What a person reads when a message cannot go: what it is about, what to do instead, and what the guidance says. */
export const whyNot = {
  'personal-detail': ({ facts: [first, ...others] }: Refused<'personal-detail', Finding[]>) =>
    first ? (
      <>
        <p>
          You cannot send this yet: it gives {first.gives}. {first.instead}.{more(others.length)}
        </p>
        <p>The guidance says:</p>
        <List
          items={toShow(first.cites).map(id => (
            <>
              {statement(id).says} <span class="ly-cite">{id}</span>
            </>
          ))}
        />
      </>
    ) : (
      'You cannot send this yet.'
    ),
  'no-second-adult': () =>
    'You cannot send this yet: a child is in this conversation and a second responsible adult is not. Ask your manager to join it.',
  'work-ended': () =>
    'You cannot send this: you no longer work with this child or family. Ask your manager to write to them, or to enter the work again if it goes on.',
}
