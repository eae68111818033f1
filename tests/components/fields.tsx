import {
  CharacterCount,
  type CharacterCountProps,
  FileUpload,
  Input,
  type InputProps,
  PasswordInput,
  Select,
  Textarea,
} from '../../src/ui/index.ts'
import { mapped } from './fixtures.ts'
import { type Dressed, dress, type Hole, sizeOf, unlessHole, words } from './macro.tsx'
import type { MacroLegend } from './words.tsx'

interface MacroField extends Dressed {
  readonly name: string
  readonly id?: string
  readonly label: MacroLegend
  readonly hint?: { readonly text: string }
  readonly errorMessage?: { readonly text: string }
  readonly describedBy?: string
  readonly disabled?: boolean
  readonly formGroup?: Dressed
  readonly value?: string | number
  readonly spellcheck?: boolean
  readonly autocomplete?: string
}

/** What every field takes. */
function fieldOf(o: MacroField) {
  const { size, rest } = sizeOf('govuk-label', o.label.classes)
  return {
    ...dress(o),
    name: o.name,
    id: o.id,
    label: words(o.label),
    labelIsHeading: o.label.isPageHeading,
    labelSize: size,
    hint: o.hint?.text,
    error: o.errorMessage?.text,
    describedBy: o.describedBy,
    disabled: o.disabled,
    value: o.value === undefined ? undefined : String(o.value),
    parts: { group: dress(o.formGroup), label: { class: rest, attributes: o.label.attributes } },
  }
}

interface MacroInput
  extends MacroField,
    Pick<InputProps, 'type' | 'inputmode' | 'pattern' | 'autocapitalize'> {
  readonly prefix?: Dressed
  readonly suffix?: Dressed
  readonly inputWrapper?: Dressed
}

const widths = [2, 3, 4, 5, 10, 20, 30] as const

const input = mapped<MacroInput>('input', o => {
  const { parts, ...field } = fieldOf(o)
  const width = widths.find(each => o.classes === `govuk-input--width-${each}`)
  return (
    <Input
      {...field}
      class={width ? undefined : o.classes}
      width={width}
      type={o.type}
      inputmode={o.inputmode}
      pattern={o.pattern}
      spellcheck={o.spellcheck}
      autocomplete={o.autocomplete}
      autocapitalize={o.autocapitalize}
      prefix={words(o.prefix)}
      suffix={words(o.suffix)}
      parts={{
        ...parts,
        wrapper: dress(o.inputWrapper),
        prefix: dress(o.prefix),
        suffix: dress(o.suffix),
      }}
    />
  )
})

type MacroTextarea = MacroField & { readonly rows?: number }

const textarea = mapped<MacroTextarea>('textarea', o => (
  <Textarea {...fieldOf(o)} rows={o.rows} spellcheck={o.spellcheck} autocomplete={o.autocomplete} />
))

interface MacroOption {
  readonly text: string
  readonly value?: string | number | boolean
  readonly selected?: boolean
  readonly disabled?: boolean
  readonly attributes?: Dressed['attributes']
}

const select = mapped<MacroField & { items?: readonly (MacroOption | Hole)[] }>('select', o => (
  <Select
    {...fieldOf(o)}
    options={(o.items ?? []).map(item =>
      unlessHole(item, ({ value, ...option }) => ({
        ...option,
        value: value === undefined ? undefined : String(value),
      })),
    )}
  />
))

interface MacroFileUpload extends MacroField {
  readonly javascript?: boolean
  readonly multiple?: boolean
  readonly wrapperClasses?: string
  readonly wrapperAttributes?: Dressed['attributes']
  readonly chooseFilesButtonText?: string
  readonly noFileChosenText?: string
  readonly multipleFilesChosenText?: Readonly<Record<string, string>>
  readonly dropInstructionText?: string
  readonly enteredDropZoneText?: string
  readonly leftDropZoneText?: string
}

/** Only what was said: a message that is there must be words. */
const said = <T extends object>(messages: T) =>
  Object.fromEntries(Object.entries(messages).filter(([, message]) => message !== undefined))

const fileUpload = mapped<MacroFileUpload>('file-upload', o => {
  const { value: _, parts, ...field } = fieldOf(o)
  return (
    <FileUpload
      {...field}
      multiple={o.multiple}
      dropZone={o.javascript}
      messages={said({
        'choose-files-button': o.chooseFilesButtonText,
        'no-file-chosen': o.noFileChosenText,
        'multiple-files-chosen': o.multipleFilesChosenText,
        'drop-instruction': o.dropInstructionText,
        'entered-drop-zone': o.enteredDropZoneText,
        'left-drop-zone': o.leftDropZoneText,
      })}
      parts={{ ...parts, wrapper: { class: o.wrapperClasses, attributes: o.wrapperAttributes } }}
    />
  )
})

interface MacroCharacterCount extends MacroTextarea {
  readonly maxlength?: number
  readonly countType?: CharacterCountProps['counts']
  readonly threshold?: number
  readonly textareaDescriptionText?: string
  readonly countMessage?: Dressed
  readonly charactersUnderLimitText?: Readonly<Record<string, string>>
  readonly charactersAtLimitText?: string
  readonly charactersOverLimitText?: Readonly<Record<string, string>>
  readonly wordsUnderLimitText?: Readonly<Record<string, string>>
  readonly wordsAtLimitText?: string
  readonly wordsOverLimitText?: Readonly<Record<string, string>>
}

const characterCount = mapped<MacroCharacterCount>('character-count', o => {
  const { describedBy: _, parts, ...field } = fieldOf(o)
  return (
    <CharacterCount
      {...field}
      rows={o.rows}
      spellcheck={o.spellcheck}
      limit={o.maxlength}
      counts={o.countType}
      threshold={o.threshold}
      description={o.textareaDescriptionText}
      messages={said({
        'characters-under-limit': o.charactersUnderLimitText,
        'characters-at-limit': o.charactersAtLimitText,
        'characters-over-limit': o.charactersOverLimitText,
        'words-under-limit': o.wordsUnderLimitText,
        'words-at-limit': o.wordsAtLimitText,
        'words-over-limit': o.wordsOverLimitText,
      })}
      parts={{ ...parts, message: dress(o.countMessage) }}
    />
  )
})

interface MacroPasswordInput extends MacroField {
  readonly showPasswordText?: string
  readonly hidePasswordText?: string
  readonly showPasswordAriaLabelText?: string
  readonly hidePasswordAriaLabelText?: string
  readonly passwordShownAnnouncementText?: string
  readonly passwordHiddenAnnouncementText?: string
}

const passwordInput = mapped<MacroPasswordInput>('password-input', o => {
  const { value: _, ...field } = fieldOf(o)
  return (
    <PasswordInput
      {...field}
      autocomplete={o.autocomplete}
      messages={said({
        'show-password': o.showPasswordText,
        'hide-password': o.hidePasswordText,
        'show-password-aria-label': o.showPasswordAriaLabelText,
        'hide-password-aria-label': o.hidePasswordAriaLabelText,
        'password-shown-announcement': o.passwordShownAnnouncementText,
        'password-hidden-announcement': o.passwordHiddenAnnouncementText,
      })}
    />
  )
})

/** Components that ask for something to be typed, chosen from a list, or sent. */
export const asking = [input, textarea, select, fileUpload, characterCount, passwordInput]
