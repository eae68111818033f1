import { address } from '../../screens/index.ts'
import { mayHear } from '../rules.ts'

export const linkRoutes = {
  links: address('/personal-links', 'staff'),
  declare: address('/personal-links/new', 'staff'),
  team: address('/personal-links/team', mayHear),
  link: address('/personal-links/:declared', 'staff'),
  decide: address('/personal-links/:declared/decide', mayHear),
  end: address('/personal-links/:declared/end', 'staff'),
} as const
