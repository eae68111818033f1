import type { Examples } from '../part/part.ts'
import { SummaryCard, SummaryList } from './summary-list.tsx'

export const examples: Examples = {
  'actions href': (
    <SummaryList
      rows={[
        {
          key: 'Name',
          value: 'Firstname Lastname',
          actions: [{ href: 'https://www.gov.uk', text: 'Go to GOV.UK' }],
        },
      ]}
    />
  ),
  'as a summary card with actions': (
    <SummaryCard
      title="Undergraduate teaching assistant"
      actions={[
        { href: '#', text: 'Delete job history' },
        { href: '#', text: 'Withdraw job history' },
      ]}
      rows={[
        { key: 'Name', value: 'Firstname Lastname' },
        { key: 'Date of birth', value: '13/08/1980' },
      ]}
    />
  ),
}
