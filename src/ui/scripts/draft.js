// Keeps what is being written in a form on this device, so that a crash, a closed tab or an empty battery loses nothing, until
// it has been sent or is cleared. What was begun is kept for a day. What nobody typed (a form's code, its key) is of this one page
// and never kept: with another's code, somebody's words would go where another's went. Without it, forms are as they are.
const day = 86_400_000
const nameOf = draft => `lanyard draft ${draft}`

const find = draft => {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(draft)))
    return kept && Date.now() - kept.at < day ? kept.fields : null
  } catch {
    return null
  }
}
const forget = draft => {
  try {
    localStorage.removeItem(nameOf(draft))
  } catch {
    // Nothing is kept where nothing can be.
  }
}

// It has been sent: what was kept of it goes, whatever page it was written on.
const sent = document.querySelector('[data-draft-sent]')
if (sent)
  for (const name of Object.keys(localStorage))
    if (name.startsWith(nameOf(sent.dataset.draftSent))) localStorage.removeItem(name)

const form = document.querySelector('form[data-draft]')
if (form) {
  const { draft } = form.dataset
  const controls = [...form.elements].filter(({ name, type }) => name && type !== 'hidden')
  const written = () =>
    controls.some(({ type, value }) => type !== 'checkbox' && type !== 'radio' && value.trim())
  const keep = () => {
    const fields = controls.map(({ name, type, value, checked }) => [
      name,
      value,
      type === 'checkbox' || type === 'radio' ? checked : null,
    ])
    try {
      if (written()) localStorage.setItem(nameOf(draft), JSON.stringify({ at: Date.now(), fields }))
      else forget(draft)
    } catch {
      // It is full, or not to be had.
    }
    clear.hidden = !written()
  }
  const clear = document.createElement('button')
  clear.type = 'button'
  clear.className = 'govuk-button govuk-button--secondary'
  clear.textContent = 'Clear what is kept on this device'
  clear.hidden = true
  clear.addEventListener('click', () => {
    forget(draft)
    form.reset()
    for (const one of controls) if (one.type !== 'checkbox' && one.type !== 'radio') one.value = ''
    for (const one of controls) if (one.type === 'checkbox' || one.type === 'radio') one.checked = false
    clear.hidden = true
  })
  form.append(clear)

  // A page that comes back with what was typed says more than what was kept.
  const kept = document.querySelector('.govuk-error-summary') ? null : find(draft)
  for (const [name, value, checked] of kept ?? []) {
    const those = controls.filter(one => one.name === name)
    const control = checked === null ? those[0] : those.find(one => one.value === value)
    if (!control) continue
    if (checked === null) control.value = value
    else control.checked = checked
  }
  // What came back from the server is what is kept from now on: nothing that it turned away stays on the device.
  if (document.querySelector('.govuk-error-summary')) keep()
  if (written()) clear.hidden = false
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
}
