import type { Examples } from '../part/part.ts'
import { Tabs } from './tabs.tsx'

export const examples: Examples = {
  idPrefix: (
    <Tabs
      idPrefix="custom"
      items={[
        { label: 'Tab 1', panel: 'Panel 1 content' },
        { label: 'Tab 2', panel: 'Panel 2 content' },
      ]}
    />
  ),
  html: (
    <Tabs
      items={[
        { label: 'Tab 1', id: 'tab-1', panel: <p>Panel 1 content</p> },
        { label: 'Tab 2', id: 'tab-2', panel: <p>Panel 2 content</p> },
      ]}
    />
  ),
}
