import type { Examples } from '../part/part.ts'
import { Pagination } from './pagination.tsx'

export const examples: Examples = {
  'with many pages': (
    <Pagination
      previous={{ href: '/previous' }}
      next={{ href: '/next' }}
      pages={[
        { number: 1, href: '/page/1' },
        'gap',
        { number: 8, href: '/page/8' },
        { number: 9, href: '/page/9' },
        { number: 10, href: '/page/10', current: true },
        { number: 11, href: '/page/11' },
        { number: 12, href: '/page/12' },
        'gap',
        { number: 40, href: '/page/40' },
      ]}
    />
  ),
  'with prev and next only and labels': (
    <Pagination
      previous={{ href: '/previous', text: 'Previous page', label: 'Paying VAT and duty' }}
      next={{ href: '/next', text: 'Next page', label: 'Registering an imported vehicle' }}
    />
  ),
}
