// Keeps what is being written in a form on this device, so that a crash, a closed tab or an empty battery loses nothing, until
// it has been sent or is cleared. What was begun is kept for a day. What nobody typed (a form's code, its key) is of this one page
// and never kept: with another's code, somebody's words would go where another's went. What somebody who is signed in begins is
// theirs alone, and goes when they sign out; where nobody is, whoever opens the form next is asked whether it was them before
// anything is filled in. Without it, forms are as they are.
const day = 86_400_000
const start = 'lanyard draft '
const nameOf = ({ draft, draftSent, draftOf }) =>
  `${start}${draft ?? draftSent}${draftOf ? ` of ${draftOf}` : ''}`

// Of what a page keeps, a browser writes this alone to the disk before it goes on; the rest it may write some seconds later.
const opened = new Promise(done => {
  try {
    const asking = indexedDB.open('lanyard drafts', 1)
    asking.onupgradeneeded = () => asking.result.createObjectStore('draft')
    asking.onsuccess = () => done(asking.result)
    asking.onerror = () => done(null)
  } catch {
    done(null)
  }
})
/** Does something with all that is kept, and gives what it asked for; null where nothing can be kept. */
const within = async does => {
  const kept = await opened
  return new Promise(done => {
    try {
      const change = kept.transaction('draft', 'readwrite', { durability: 'strict' })
      const asked = does(change.objectStore('draft'))
      change.oncomplete = () => done(asked.result)
      change.onabort = () => done(null)
    } catch {
      done(null)
    }
  })
}
const find = name => within(all => all.get(name))
const forget = name => within(all => all.delete(name))
const forgetThose = those =>
  within(all => {
    const asked = all.openCursor()
    asked.onsuccess = () => {
      const one = asked.result
      if (!one) return
      if (those(one.key, one.value)) one.delete()
      one.continue()
    }
    return asked
  })

// They were kept elsewhere before: nothing stays there.
try {
  for (const one of Object.keys(localStorage)) if (one.startsWith(start)) localStorage.removeItem(one)
} catch {
  // There is nothing where nothing can be kept.
}

// It has been sent, or somebody has left: what was kept of it goes, whatever page it was written on.
for (const { dataset } of document.querySelectorAll('[data-draft-sent]')) forget(nameOf(dataset))
for (const { dataset } of document.querySelectorAll('[data-draft-forget]'))
  forgetThose(name => name.startsWith(start + dataset.draftForget))
// Somebody has signed out: what anybody began who was signed in goes.
if (document.querySelector('[data-drafts-end]')) forgetThose(name => name.includes(' of '))

const button = (text, does) => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = text
  made.addEventListener('click', does)
  return made
}

const form = document.querySelector('form[data-draft]')
if (form) {
  const name = nameOf(form.dataset)
  const controls = [...form.elements].filter(one => one.name && one.type !== 'hidden')
  const isBox = ({ type }) => type === 'checkbox' || type === 'radio'
  const written = () => controls.some(one => !isBox(one) && one.type !== 'select-one' && one.value.trim())
  const fields = () => controls.map(one => [one.name, one.value, isBox(one) ? one.checked : null])
  let isKeeping = false
  let isBehind = false
  // One after another, each as it stands by then: whoever types quickly waits for no disk.
  const keep = async () => {
    clear.hidden = !written()
    isBehind = true
    if (isKeeping) return
    isKeeping = true
    while (isBehind) {
      isBehind = false
      if (written()) await within(all => all.put({ at: Date.now(), fields: fields() }, name))
      else await forget(name)
    }
    isKeeping = false
  }
  const clear = button('Clear what is kept on this device', () => {
    form.reset()
    for (const one of controls) if (!isBox(one) && one.type !== 'select-one') one.value = ''
    for (const one of controls) if (isBox(one)) one.checked = false
    keep()
  })
  clear.hidden = true
  form.append(clear)

  const fill = kept => {
    for (const [field, value, checked] of kept.fields) {
      const those = controls.filter(one => one.name === field)
      const control = checked === null ? those[0] : those.find(one => one.value === value)
      if (!control) continue
      if (checked === null) control.value = value
      else control.checked = checked
      // What was filled in is not left folded away.
      const folded = control.closest('details')
      if (folded && (checked ?? value)) folded.open = true
    }
    clear.hidden = !written()
  }

  // What was begun is filled in by whoever says that it was them; until they have said, nothing of it is seen, nor written over.
  const asked = kept => {
    const question = document.createElement('section')
    question.className = 'govuk-inset-text'
    question.setAttribute('aria-labelledby', 'draft-question')
    const words = document.createElement('p')
    words.id = 'draft-question'
    words.className = 'govuk-body govuk-!-font-weight-bold'
    words.textContent = 'Something was begun on this device. Was it you?'
    const answered = does => () => {
      does()
      question.remove()
      form.hidden = false
      form.querySelector('textarea, input:not([type=hidden])')?.focus()
    }
    const yes = button(
      'Yes, go on with it',
      answered(() => fill(kept)),
    )
    const no = button(
      'No, clear it',
      answered(() => forget(name)),
    )
    question.append(words, yes, ' ', no)
    form.hidden = true
    form.before(question)
  }

  // A page that comes back with what was typed says more than what was kept; and what came back from the server is what is kept
  // from now on: nothing that it turned away stays on the device.
  const back =
    document.querySelector('.govuk-error-summary') ||
    controls.some(one => one.type === 'textarea' && one.value.trim())
  await forgetThose((_, { at }) => Date.now() - at > day)
  const kept = back ? null : await find(name)
  if (back || written()) keep()
  else if (kept && 'draftAsk' in form.dataset) asked(kept)
  else if (kept) fill(kept)
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
}
