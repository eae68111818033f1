import { examples as backLink } from '../../src/ui/back-link/back-link.examples.tsx'
import { examples as breadcrumbs } from '../../src/ui/breadcrumbs/breadcrumbs.examples.tsx'
import { examples as button } from '../../src/ui/button/button.examples.tsx'
import { examples as characterCount } from '../../src/ui/character-count/character-count.examples.tsx'
import { examples as checkboxes } from '../../src/ui/checkboxes/checkboxes.examples.tsx'
import { examples as dateInput } from '../../src/ui/date-input/date-input.examples.tsx'
import { examples as details } from '../../src/ui/details/details.examples.tsx'
import { examples as errorMessage } from '../../src/ui/error-message/error-message.examples.tsx'
import { examples as errorSummary } from '../../src/ui/error-summary/error-summary.examples.tsx'
import { examples as fieldset } from '../../src/ui/fieldset/fieldset.examples.tsx'
import { examples as fileUpload } from '../../src/ui/file-upload/file-upload.examples.tsx'
import { examples as hint } from '../../src/ui/hint/hint.examples.tsx'
import type { Examples } from '../../src/ui/index.ts'
import { examples as input } from '../../src/ui/input/input.examples.tsx'
import { examples as insetText } from '../../src/ui/inset-text/inset-text.examples.tsx'
import { examples as label } from '../../src/ui/label/label.examples.tsx'
import { examples as notificationBanner } from '../../src/ui/notification-banner/notification-banner.examples.tsx'
import { examples as pagination } from '../../src/ui/pagination/pagination.examples.tsx'
import { examples as panel } from '../../src/ui/panel/panel.examples.tsx'
import { examples as passwordInput } from '../../src/ui/password-input/password-input.examples.tsx'
import { examples as radios } from '../../src/ui/radios/radios.examples.tsx'
import { examples as select } from '../../src/ui/select/select.examples.tsx'
import { examples as serviceNavigation } from '../../src/ui/service-navigation/service-navigation.examples.tsx'
import { examples as skipLink } from '../../src/ui/skip-link/skip-link.examples.tsx'
import { examples as summaryList } from '../../src/ui/summary-list/summary-list.examples.tsx'
import { examples as table } from '../../src/ui/table/table.examples.tsx'
import { examples as tabs } from '../../src/ui/tabs/tabs.examples.tsx'
import { examples as tag } from '../../src/ui/tag/tag.examples.tsx'
import { examples as textarea } from '../../src/ui/textarea/textarea.examples.tsx'
import { examples as warningText } from '../../src/ui/warning-text/warning-text.examples.tsx'

/** How each component is used, by its name. */
export const examples: Readonly<Record<string, Examples>> = {
  'back-link': backLink,
  breadcrumbs: breadcrumbs,
  button: button,
  'character-count': characterCount,
  checkboxes: checkboxes,
  'date-input': dateInput,
  details: details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  fieldset: fieldset,
  'file-upload': fileUpload,
  hint: hint,
  input: input,
  'inset-text': insetText,
  label: label,
  'notification-banner': notificationBanner,
  pagination: pagination,
  panel: panel,
  'password-input': passwordInput,
  radios: radios,
  select: select,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table: table,
  tabs: tabs,
  tag: tag,
  textarea: textarea,
  'warning-text': warningText,
}
