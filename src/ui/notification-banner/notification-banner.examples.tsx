import type { Examples } from '../part/part.ts'
import { NotificationBanner } from './notification-banner.tsx'

export const examples: Examples = {
  default: <NotificationBanner>This publication was withdrawn on 7 March 2014.</NotificationBanner>,
  'with type as success': <NotificationBanner success>Email sent to example@email.com</NotificationBanner>,
}
