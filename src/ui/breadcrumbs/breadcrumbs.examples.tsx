import type { Examples } from '../part/part.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'

export const examples: Examples = {
  'with last breadcrumb as current page': (
    <Breadcrumbs
      items={[
        { text: 'Home', href: '/' },
        { text: 'Passports, travel and living abroad', href: '/browse/abroad' },
        { text: 'Travel abroad' },
      ]}
    />
  ),
}
