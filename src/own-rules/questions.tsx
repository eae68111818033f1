import type { ComponentChildren } from 'preact'
import { type Act, actGroups, acts, type Fact, isAct } from '../guidance/index.ts'
import { tidy } from '../kit/forms/index.ts'
import { Checkboxes, Heading, Hidden, Paragraph, Radios, Textarea } from '../ui/index.ts'
import { type Given, type Step, wordsField, wrongWords } from './journey.tsx'
import { longestWords } from './rules.ts'
import type { Conditions } from './tables.ts'
import { factsOf } from './words.tsx'

/** The act a journey is about. Undefined until one is chosen; telling somebody of a worry can never be. */
export function actIn(given: Given): Act | undefined {
  const act = given.get('act') ?? ''
  return isAct(act) && act !== 'report' ? act : undefined
}

const choices = actGroups.flatMap(({ title, acts: some }) => {
  const may = some.filter(act => act !== 'report')
  return may.length === 0 ? [] : [{ title, acts: may }]
})

/** Which act a rule is about. Choosing another begins anew, but for the words that were typed. */
export const actStep = (title: string): Step => ({
  name: 'act',
  asks: field => field !== wordsField,
  wrong: given => (actIn(given) ? undefined : { act: 'Choose what it is about' }),
  title: () => title,
  show: (given, errors) => (
    <Radios
      name="act"
      label={title}
      labelIsHeading
      hint="The rules on reporting a worry are not here: nothing may stand before telling somebody."
      options={choices.flatMap(group => [
        { group: group.title },
        ...group.acts.map(act => ({ value: act, text: acts[act].says })),
      ])}
      value={given.get('act') ?? undefined}
      error={errors.act}
    />
  ),
})

const fieldOf = (fact: string): string => `in.${fact}`

/** The values of a fact that a page offers: those where what is loosened holds, or all there are. */
type Offered = (given: Given) => readonly (readonly [name: string, fact: Fact])[]

/** Where a rule holds: nothing ticked in a question means that it makes no difference. */
export const whereStep = (title: string, says: ComponentChildren, offered: Offered): Step => ({
  name: 'where',
  asks: field => field === 'where' || field.startsWith(fieldOf('')),
  wrong: given => (given.has('where') || offered(given).length === 0 ? undefined : {}),
  title: () => title,
  show: given => (
    <>
      <Heading>{title}</Heading>
      <Paragraph>{says}</Paragraph>
      <Hidden name="where" value="said" />
      {offered(given).map(([name, fact]) => (
        <Checkboxes
          key={name}
          name={fieldOf(name)}
          label={fact.asks}
          hint={fact.hint}
          options={Object.entries(fact.values).map(([value, text]) => ({ value, text }))}
          values={given.getAll(fieldOf(name))}
        />
      ))}
    </>
  ),
})

/** Every fact of the act. */
export const everyFact: Offered = given => {
  const act = actIn(given)
  return act ? Object.entries(factsOf(act)) : []
}

/** Where it holds, as it was ticked: what the act does not have is passed over; all ticked is none. */
export function conditionsIn(given: Given, offered: Offered): Conditions {
  return Object.fromEntries(
    offered(given).flatMap(([name, { values }]) => {
      const ticked = Object.keys(values).filter(value => given.getAll(fieldOf(name)).includes(value))
      return ticked.length === 0 || ticked.length === Object.keys(values).length ? [] : [[name, ticked]]
    }),
  )
}

/** In their own words. */
export const wordsStep = (title: string, hint: string): Step => ({
  name: 'why',
  asks: field => field === wordsField,
  wrong: given => wrongWords(given, 'Write it in your own words'),
  title: () => title,
  show: (given, errors) => (
    <Textarea
      name={wordsField}
      label={title}
      labelIsHeading
      hint={`${hint} Up to ${longestWords.toLocaleString('en-GB')} characters.`}
      value={given.get(wordsField) ?? undefined}
      error={errors[wordsField]}
    />
  ),
})

export const wordsIn = (given: Given): string => tidy(given.get(wordsField) ?? undefined)
