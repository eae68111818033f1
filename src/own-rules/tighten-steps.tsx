import { type Approval, approvals, type Owed, owing, type Standing, standings } from '../guidance/index.ts'
import { Checkboxes, Heading, Paragraph, Radios } from '../ui/index.ts'
import type { Given, Step } from './journey.tsx'
import { actIn, actStep, conditionsIn, everyFact, whereStep, wordsIn, wordsStep } from './questions.tsx'
import type { Asking } from './tighten.ts'

const standingIn = (given: Given): Standing | undefined => standings.find(one => one === given.get('at'))

/** Whether the rule lets the act be done: only then is there anything to be needed for it. */
const allows = (given: Given): boolean => {
  const standing = standingIn(given)
  return standing === 'safe' || standing === 'best'
}

// Object.keys forgets the names of tables that have exactly these. The first two of what is owed are for worries alone.
const everyApproval = Object.keys(approvals) as Approval[]
const everyOwed = (Object.keys(owing) as Owed[]).filter(one => one !== 'call-999' && one !== 'report-outside')

const atMost: Step = {
  name: 'standing',
  asks: field => field === 'at',
  wrong: given => (standingIn(given) ? undefined : { at: 'Choose how it may stand at most' }),
  title: () => 'How may it stand, at most?',
  show: (given, errors) => (
    <Radios
      name="at"
      label="How may it stand, at most?"
      labelIsHeading
      hint="Where the guidance is stricter, the guidance holds."
      options={[
        { value: 'forbidden', text: 'It is not allowed' },
        { value: 'poor', text: 'It is poor practice, and not to be done' },
        { value: 'safe', text: 'It may be done, with care', hint: 'You can say next what it then needs' },
        { value: 'best', text: 'As it stands now', hint: 'You say next what it needs as well' },
      ]}
      value={given.get('at') ?? undefined}
      error={errors.at}
    />
  ),
}

const more: Step = {
  name: 'more',
  asks: field => field === 'needs' || field === 'owed' || field === 'more',
  wrong: given => (given.has('more') || !allows(given) ? undefined : {}),
  title: () => 'What must be in place, and what is owed?',
  show: given => (
    <>
      <Heading>What must be in place, and what is owed?</Heading>
      <Paragraph>What the guidance asks for already stays. Tick what you ask for as well.</Paragraph>
      <input type="hidden" name="more" value="said" />
      <Checkboxes
        name="needs"
        label="Who must have agreed before"
        options={everyApproval.map(value => ({ value, text: approvals[value] }))}
        values={given.getAll('needs')}
      />
      <Checkboxes
        name="owed"
        label="What is owed on account of it"
        options={everyOwed.map(value => ({ value, text: owing[value] }))}
        values={given.getAll('owed')}
      />
    </>
  ),
}

/** The questions that make a tightening, in their order. */
export const tightenSteps: readonly Step[] = [
  actStep('What is the rule about?'),
  whereStep(
    'When does the rule hold?',
    'Tick what must be so. Where nothing in a question is ticked, it makes no difference.',
    everyFact,
  ),
  atMost,
  more,
  wordsStep(
    'What do you ask, and why?',
    'In your organisation’s own words. Everybody who asks before they act reads this, with your name and the day.',
  ),
]

/** What was answered, as a tightening asks for it. Undefined while it is not complete. */
export function askingIn(given: Given): Asking | undefined {
  const [act, at_most] = [actIn(given), standingIn(given)]
  if (!act || !at_most) return undefined
  const chosen = <T extends string>(all: readonly T[], field: string) =>
    allows(given) ? all.filter(one => given.getAll(field).includes(one)) : []
  return {
    act,
    conditions: conditionsIn(given, everyFact),
    at_most,
    needs: chosen(everyApproval, 'needs'),
    owed: chosen(everyOwed, 'owed'),
    says: wordsIn(given),
  }
}
