// Adds to pages what script can add; nothing needs it.
import { initAll } from './GOVUK-FRONTEND'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// What send.js keeps in this window is for one person, until they sign out, and never longer than half a day.
const longest = 12 * 60 * 60 * 1000
const kept = () => {
  try {
    return Object.keys(sessionStorage).filter(name => name.startsWith('lanyard '))
  } catch {
    return []
  }
}
const isOld = name => Date.now() - (JSON.parse(sessionStorage.getItem(name) ?? '{}').at ?? 0) > longest
const { who } = document.body.dataset
for (const name of kept())
  if ((who && !name.startsWith(`lanyard ${who} `)) || isOld(name)) sessionStorage.removeItem(name)
document.addEventListener('submit', event => {
  if (!(event.target.getAttribute('action') ?? '').includes('sign-out')) return
  const unsent = kept().some(name => name.endsWith(' unsent'))
  if (unsent && !confirm('A message of yours is not sent yet. If you sign out now, it is lost. Sign out?'))
    return event.preventDefault()
  for (const name of kept()) sessionStorage.removeItem(name)
})
