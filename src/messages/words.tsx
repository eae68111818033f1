import { type Ruling, type StatementId, standingWords, statement, toShow } from '../guidance/index.ts'
import type { Refused } from '../kit/proof.ts'
import type { OwnRule } from '../own-rules/index.ts'
import type { Finding } from '../screening/index.ts'
import { List } from '../ui/index.ts'
import { afterTheWork, aloneWithChild, givesOwnDetail } from './ruled.ts'

const more = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' There is one more like it.' : ` There are ${count} more like it.`

const Cited = ({ all }: { readonly all: readonly StatementId[] }) => (
  <List
    items={toShow([...new Set(all)]).map(id => (
      <>
        {statement(id).says} <span class="ly-cite">{id}</span>
      </>
    ))}
  />
)

/** What the guidance says, by the ruling that refused; `found` are statements that what was found cites besides. */
const Guidance = ({
  ruling: { standing, because },
  found = [],
}: {
  readonly ruling: Pick<Ruling, 'standing' | 'because'>
  readonly found?: readonly StatementId[]
}) => (
  <>
    <p>The guidance says: {standingWords[standing].says.toLowerCase()}.</p>
    <Cited all={[...found, ...because]} />
  </>
)

/** What the next page begins with when what a worker wrote is kept for their manager. */
export const keptTold =
  'Not sent to the family: you no longer work with them. Your manager has your words, and decides whether they are passed on.'

interface Asked {
  readonly found: readonly Finding[]
  readonly tooShort: boolean
}

/** What a person reads when a message cannot go: what it is about, what to do instead, and what the guidance says. */
export const whyNot = {
  'personal-detail': ({ facts: [first, ...others] }: Refused<'personal-detail', readonly Finding[]>) =>
    first ? (
      <>
        <p>
          You cannot send this yet: it {first.category === 'C1' ? 'gives ' : ''}
          {first.gives}. {first.instead}.{more(others.length)}
        </p>
        {first.category === 'C1' ? (
          <Guidance ruling={givesOwnDetail} found={first.cites} />
        ) : (
          <Cited all={first.cites} />
        )}
      </>
    ) : (
      'You cannot send this yet.'
    ),
  'asked-about': ({ facts: { found, tooShort } }: Refused<'asked-about', Asked>) => (
    <>
      <p>
        {tooShort
          ? 'It is not sent yet: say why in a few words, at least three. '
          : 'It is not sent yet. Look at it once more: '}
        it {found.map(one => `${one.category === 'C1' ? 'gives ' : ''}${one.gives}`).join('; it ')}.{' '}
        {[...new Set(found.map(one => one.instead))].join('. ')}.
      </p>
      <Cited all={found.flatMap(one => one.cites)} />
    </>
  ),
  'no-second-adult': () => (
    <>
      <p>
        You cannot send this yet: a child is in this conversation and a second responsible adult is not. It is
        paused until somebody is put in. A manager has been asked to; if it cannot wait, speak to them.
      </p>
      <Guidance ruling={aloneWithChild} />
    </>
  ),
  'work-ended': () => (
    <>
      <p>
        You cannot send this: you no longer work with this child or family. Ask your manager to write to them,
        or to enter the work again if it goes on.
      </p>
      <Guidance ruling={afterTheWork} />
    </>
  ),
  ended: () => (
    <p>
      You cannot send this: the conversation has ended, because the worker’s work with the family has. Write
      to them in a new one, as somebody who works with them, or call them on our own telephone.
    </p>
  ),
  'not-agreed': () => (
    <p>
      You cannot send this yet: a child is in this conversation, and nobody has agreed to contact with them in
      this way, or somebody says no to it. Ask for agreement from the child’s page under People.
    </p>
  ),
  'own-rule': ({ facts }: Refused<'own-rule', readonly OwnRule[]>) => (
    <>
      <p>
        You cannot do this: our own rule does not allow it. Speak to your manager about what to do instead.
      </p>
      <List items={facts.map(({ says, by, on }) => `“${says}” Set by ${by}, since ${on}.`)} />
    </>
  ),
}
