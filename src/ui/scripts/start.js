// Adds to pages what script can add; nothing needs it.
import { initAll } from './GOVUK-FRONTEND'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
