import { ageScreen } from './age.screen.tsx'
import { askScreen } from './ask.screen.tsx'
import { childScreen } from './child.screen.tsx'
import { enterScreen } from './enter.screen.tsx'
import { familyAgreementsScreen, familyChildScreen } from './family.screen.tsx'

export { childOfOnes, childToAgree } from './access.ts'
export { agreedLines, mayHoldNumber } from './agreed-lines.ts'
export { answer } from './answer.ts'
export { agreementsEvidence } from './evidence.ts'
export { agreedAmong, isAgreed } from './is-agreed.ts'
export { agreementJobs } from './owe-renewals.ts'
export { agreedOver } from './queries.ts'
export { routes } from './routes.ts'
export { allChannels, type Channel, channels } from './rules.ts'

/** Its family's pages stand before those of messages: an address of its own comes before a conversation's id. */
export const agreementPages = [
  ageScreen,
  childScreen,
  askScreen,
  enterScreen,
  familyAgreementsScreen,
  familyChildScreen,
]
