import type { Examples } from '../part/part.ts'
import { ServiceNavigation } from './service-navigation.tsx'

export const examples: Examples = {
  'with service name and navigation': (
    <ServiceNavigation
      service={{ name: 'Apply for a juggling license', href: '#/' }}
      items={[
        { href: '#/1', text: 'Navigation item 1' },
        { href: '#/2', text: 'Navigation item 2', here: 'part' },
        { href: '#/3', text: 'Navigation item 3' },
        { href: '#/4', text: 'Navigation item 4' },
      ]}
    />
  ),
}
