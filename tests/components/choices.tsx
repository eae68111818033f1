import {
  type Attributes,
  Checkboxes,
  type DateBox,
  DateInput,
  type InputProps,
  Radios,
} from '../../src/ui/index.ts'
import { mapped } from './fixtures.ts'
import { type Dressed, dress, type Hole, raw, sizeOf, unlessHole, words } from './macro.tsx'
import type { MacroLegend } from './words.tsx'

interface MacroQuestion extends Dressed {
  readonly fieldset?: Dressed & { readonly legend?: MacroLegend; readonly describedBy?: string }
  readonly describedBy?: string
  readonly hint?: { readonly text: string }
  readonly errorMessage?: { readonly text: string }
  readonly formGroup?: Dressed
}

/** What every question with several controls takes. */
function questionOf({ fieldset, ...o }: MacroQuestion) {
  const { size, rest } = sizeOf('govuk-fieldset__legend', fieldset?.legend?.classes)
  return {
    ...dress(o),
    label: fieldset ? (words(fieldset.legend) ?? '') : (false as const),
    labelSize: size,
    labelIsHeading: fieldset?.legend?.isPageHeading,
    hint: o.hint?.text,
    error: o.errorMessage?.text,
    describedBy: fieldset?.describedBy ?? o.describedBy,
    parts: {
      group: dress(o.formGroup),
      fieldset: dress(fieldset),
      legend: { class: rest },
    },
  }
}

interface MacroChoice extends Dressed {
  readonly value?: string | number
  readonly id?: string
  readonly name?: string
  readonly hint?: { readonly text: string }
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly label?: Dressed
  readonly behaviour?: 'exclusive'
  readonly conditional?: { readonly html: string | false }
  readonly divider?: string
}
interface MacroChoices extends MacroQuestion {
  readonly name: string
  readonly idPrefix?: string
  readonly items: readonly (MacroChoice | Hole)[]
}

const choiceOf = (o: MacroChoice) =>
  o.divider
    ? { divider: o.divider }
    : {
        value: String(o.value ?? ''),
        text: words(o),
        id: o.id,
        name: o.name,
        hint: o.hint?.text,
        checked: o.checked,
        disabled: o.disabled,
        excludesOthers: o.behaviour === 'exclusive',
        reveals: o.conditional?.html && raw(o.conditional.html.trim()),
        label: dress(o.label),
        attributes: o.attributes,
      }

const choicesOf = (o: MacroChoices) => ({
  ...questionOf(o),
  name: o.name,
  id: o.idPrefix,
  options: o.items.map(item => unlessHole(item, choiceOf)),
})

const radios = mapped<MacroChoices & { value?: string }>('radios', o => (
  <Radios {...choicesOf(o)} value={o.value} />
))

const checkboxes = mapped<MacroChoices & { values?: readonly string[] }>('checkboxes', o => (
  <Checkboxes {...choicesOf(o)} values={o.values} />
))

interface MacroBox extends Pick<InputProps, 'pattern' | 'inputmode' | 'autocomplete'> {
  readonly name?: string
  readonly id?: string
  readonly label?: string
  readonly value?: number
  readonly classes?: string
  readonly error?: boolean
  readonly attributes?: Attributes
}

const threeNames = ['day', 'month', 'year'] as const
type DateName = (typeof threeNames)[number]

interface MacroDate extends MacroQuestion, Readonly<Partial<Record<DateName, MacroBox | false>>> {
  readonly id: string
  readonly namePrefix?: string
  readonly values?: Readonly<Record<string, number>>
  readonly items?: readonly MacroBox[]
}

/** The boxes: as items, or each by its own option, which may also say what an item of its name holds. */
function boxesOf(o: MacroDate): readonly DateBox[] {
  const own = (name: string): MacroBox =>
    (name === 'day' || name === 'month' || name === 'year') && o[name] ? o[name] : {}
  const items = o.items?.length
    ? o.items.map(item => ({ ...own(item.name ?? ''), ...item }))
    : threeNames.flatMap(name => (o[name] === false ? [] : [{ name, ...o[name] }]))
  const saysWhich = items.some(item => item.classes?.includes('govuk-input--error'))
  return items.map((item, at) => boxOf(item, o.items?.length ? undefined : threeNames[at], saysWhich))
}

/** A width and an error may be classes to the macro: then they stand where it puts them, and nothing is added. */
function boxOf(
  { classes, error, ...box }: MacroBox,
  place: DateName | undefined,
  saysWhich: boolean,
): DateBox {
  const width = ([2, 4] as const).find(each => classes === `govuk-input--width-${each}`)
  const byClass = classes?.includes('govuk-input--width-')
  return {
    ...box,
    name: box.name ?? '',
    value: box.value === undefined ? undefined : String(box.value),
    width: width ?? (byClass ? false : place === 'year' ? 4 : undefined),
    wrong: error ?? (saysWhich ? false : undefined),
    class: width ? undefined : classes,
  }
}

const dateInput = mapped<MacroDate>('date-input', o => {
  const values = Object.entries(o.values ?? {}).map(([name, value]) => [name, String(value)])
  return (
    <DateInput
      {...questionOf(o)}
      id={o.id}
      prefix={o.namePrefix}
      boxes={boxesOf(o)}
      values={Object.fromEntries(values)}
    />
  )
})

/** Components that ask one question with several controls. */
export const choosing = [radios, checkboxes, dateInput]
