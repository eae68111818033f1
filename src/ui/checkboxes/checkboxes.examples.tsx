import type { Examples } from '../part/part.ts'
import { Checkboxes } from './checkboxes.tsx'

export const examples: Examples = {
  'with legend as a page heading': (
    <Checkboxes
      name="waste"
      label="Which types of waste do you transport regularly?"
      labelIsHeading
      hint="Select all that apply"
      options={[
        { value: 'animal', text: 'Waste from animal carcasses' },
        { value: 'mines', text: 'Waste from mines or quarries' },
        { value: 'farm', text: 'Farm or agricultural waste' },
      ]}
    />
  ),
  'with divider and None': (
    <Checkboxes
      name="with-divider-and-none"
      label="Which types of waste do you transport regularly?"
      labelSize="body"
      options={[
        { value: 'animal', text: 'Waste from animal carcasses' },
        { value: 'mines', text: 'Waste from mines or quarries' },
        { value: 'farm', text: 'Farm or agricultural waste' },
        { divider: 'or' },
        { value: 'none', text: 'None of these', excludesOthers: true },
      ]}
    />
  ),
}
