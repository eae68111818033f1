import type { Ground } from '../../records/index.ts'
import { colourScreen } from './colour.screen.tsx'
import { contactScreen } from './contact.screen.tsx'
import { equipmentScreen } from './equipment.screen.tsx'
import { contactHoursScreen } from './hours.screen.tsx'
import { ladoScreen } from './lado.screen.tsx'
import { logoPage, logoPicturePage } from './logo.screen.tsx'
import { organisationScreen } from './organisation.screen.tsx'
import { outsideScreen } from './outside.screen.tsx'
import { reachScreen } from './reach.screen.tsx'

/** Every page on which an organisation says of itself what is printed and shown. */
export const organisationPages = (ground: Ground) => [
  organisationScreen,
  reachScreen,
  contactScreen,
  ladoScreen,
  outsideScreen,
  equipmentScreen,
  contactHoursScreen,
  colourScreen,
  logoPage(ground),
  logoPicturePage(ground),
]
