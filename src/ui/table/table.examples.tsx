import type { Examples } from '../part/part.ts'
import { PlainTable } from './table.tsx'

export const examples: Examples = {
  'with head and caption': (
    <PlainTable
      caption="Caption 1: Months and rates"
      captionSize="m"
      head={[
        { text: 'Month you apply' },
        { text: 'Rate for bicycles', numeric: true },
        { text: 'Rate for vehicles', numeric: true },
      ]}
      rows={[
        [{ text: 'January' }, { text: '£85', numeric: true }, { text: '£95', numeric: true }],
        [{ text: 'February' }, { text: '£75', numeric: true }, { text: '£55', numeric: true }],
        [{ text: 'March' }, { text: '£165', numeric: true }, { text: '£125', numeric: true }],
      ]}
      rowsHaveHeads
    />
  ),
}
