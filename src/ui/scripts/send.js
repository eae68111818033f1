// Keeps what is being written in this window until the server has said that it is stored, and sends what could not go when there
// is a signal again, with the same key: stored once, however often it is sent. Without it, forms are sent as they are.
const form = document.querySelector('form[data-keeps]')
const { who } = document.body.dataset
const box = form?.querySelector('[data-unsent]')
const list = box?.querySelector('ol')
const line = box?.querySelector('[data-sending]')
const [entryMark, tryMark] = box?.querySelectorAll('template') ?? []
const path = form ? new URL(form.action).pathname : ''
const page = path.replace(/\/write$/, '')
const isConversation = location.pathname === page
const patience = 30_000
const longestWait = 30_000
const pressedAgain = 5_000

const words = {
  sending: 'Sending…',
  sent: 'Sent.',
  down: 'Not sent yet. We will try again when you have a signal.',
  trouble: 'Not sent yet. Lanyard cannot take it at the moment: we will try again by ourselves.',
  first:
    'Not sent yet: you have been signed out, or something else comes first. It is kept in this window, and is sent when you are back here.',
}

// Kept in this window alone; where the browser keeps nothing, on this page alone.
const nameOf = what => `lanyard ${who} ${path} ${what}`
const find = what => {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(what)))
  } catch {
    return null
  }
}
const keep = (what, value) => {
  try {
    if (value) sessionStorage.setItem(nameOf(what), JSON.stringify({ at: Date.now(), ...value }))
    else sessionStorage.removeItem(nameOf(what))
  } catch {
    // It is full, or not to be had.
  }
}

/** What was sent from here and is not acknowledged, oldest first: each as the fields of its form. */
let unsent = find('unsent')?.all ?? []
let busy = false
let underWay
let sentAt = 0
let wait = 1_000
let again

const keyOf = fields => fields.find(([name]) => name === 'key')?.[1]
const bodyOf = fields => fields.find(([name]) => name === 'body')?.[1] ?? ''

/** A key like those that the page brings (UUID version 4). The browser's own maker of them is not to be had without https. */
const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = 0x40 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20, 32].map((to, at, all) => hex.slice(all[at - 1] ?? 0, to)).join('-')
}

const say = (text, link) => {
  if (line.textContent !== text) line.textContent = text
  line.classList.toggle('ly-line--well', text === words.sent || text === words.sending)
  if (link) {
    const way = document.createElement('a')
    way.className = 'govuk-link'
    way.href = link
    way.textContent = 'Go on'
    line.append(' ', way)
  }
}

const draw = state => {
  list.hidden = unsent.length === 0
  list.replaceChildren(
    ...unsent.map(fields => {
      const entry = entryMark.content.cloneNode(true)
      entry.querySelector('.ly-message__role').textContent = state === 'sending' ? 'Sending' : 'Not sent yet'
      entry.querySelector('.ly-message__text').textContent = bodyOf(fields)
      return entry
    }),
  )
  const button = box.querySelector('.ly-unsent__try')
  const wanted = unsent.length > 0 && (state === 'down' || state === 'trouble')
  if (!wanted && button) {
    // Whoever pressed it goes on from what it came to.
    if (button === document.activeElement) line.focus()
    button.remove()
  }
  if (wanted && !button) line.after(tryMark.content.cloneNode(true))
}

const store = () => keep('unsent', unsent.length > 0 && { all: unsent })

/** Line ends and space at the ends are not the same in a field, in a form that was sent and on the page. */
const asStored = words => words.replace(/\r\n?/g, '\n').normalize('NFC').trim()
const isSame = (one, other) => asStored(one) === asStored(other)

/** It is stored: nothing of it is kept here any more. What else is being written goes under a key of its own. */
const acknowledged = (key, body) => {
  const before = unsent.length
  unsent = unsent.filter(fields => keyOf(fields) !== key)
  for (const what of ['draft', 'refused']) if (find(what)?.key === key) keep(what)
  store()
  if (isConversation && form.elements.key.value === key) {
    form.elements.key.value = newKey()
    if (isSame(text.value, body)) text.value = ''
    else keepDraft()
  }
  if (unsent.length === before) return
  wait = 1_000
  draw('sending')
  if (unsent.length > 0) return
  say(words.sent)
  setTimeout(() => line.textContent === words.sent && say(''), 5_000)
}

/** Shows what the server says to it, as it would without script: the same form, sent once more. */
const sendPlainly = fields => {
  unsent = unsent.filter(one => one !== fields)
  store()
  if (bodyOf(fields).trim() !== '') keep('refused', Object.fromEntries(fields))
  const plain = document.createElement('form')
  plain.method = 'post'
  plain.action = path
  plain.hidden = true
  for (const [name, value] of fields) {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    plain.append(field)
  }
  document.body.append(plain)
  plain.submit()
}

const later = state => {
  say(words[state])
  draw(state)
  clearTimeout(again)
  again = setTimeout(flush, wait)
  wait = Math.min(wait * 2, longestWait)
}

/** Whether a page that we were led on to says that what was sent is stored, or kept for somebody. */
const isStored = at => at === page || at === `${page}/help` || at.startsWith('/family/kept')

const post = fields =>
  fetch(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    signal: AbortSignal.timeout(patience),
  }).catch(() => undefined)

/** Sends the oldest, and says whether the next may follow. */
async function sendFirst(fields) {
  const answer = await post(fields)
  // Meanwhile it may have come by the stream. Where its answer leads is gone to all the same: it may be help.
  const isThere = !unsent.includes(fields)
  if (!answer) return isThere ? askAnswer(fields) : later('down')
  const to = new URL(answer.url)
  if (isThere && !(answer.redirected && isStored(to.pathname))) return true
  if (!answer.redirected)
    return answer.status === 429 || answer.status >= 500 ? later('trouble') : sendPlainly(fields)
  if (!isStored(to.pathname)) {
    if (to.pathname.includes('sign-in')) to.searchParams.set('next', page)
    draw('first')
    return say(words.first, to.href)
  }
  const shown = await answer.text().catch(() => '')
  acknowledged(keyOf(fields), bodyOf(fields))
  if (to.pathname !== location.pathname) {
    location.assign(to.pathname === page ? `${page}#body` : to.href)
    return false
  }
  const copy = new DOMParser().parseFromString(shown, 'text/html')
  const told = copy.querySelector('.govuk-notification-banner__content')?.textContent.trim()
  document.dispatchEvent(new CustomEvent('ly-page', { detail: copy }))
  if (told) say(told)
  return true
}

/** Asks once more for an answer that was lost, of what is stored already: what it says may matter, as help does. */
function askAnswer(fields) {
  setTimeout(async () => {
    const answer = await post(fields)
    if (!answer) return askAnswer(fields)
    const to = new URL(answer.url)
    if (answer.redirected && isStored(to.pathname) && to.pathname !== location.pathname)
      location.assign(to.href)
  }, wait)
  return true
}

/** It stands on the page before its answer has been read. Where other words stand there, it is the server that says what is stored. */
const isSeen = entry => {
  const key = entry.dataset.draft
  const body = entry.querySelector('.ly-message__text').textContent
  const fields = unsent.find(one => keyOf(one) === key)
  if (fields && !isSame(bodyOf(fields), body)) return
  acknowledged(key, body)
  if (fields && fields !== underWay) askAnswer(fields)
}

async function flush() {
  clearTimeout(again)
  if (busy || unsent.length === 0) return
  busy = true
  draw('sending')
  underWay = unsent[0]
  const next = await sendFirst(underWay)
  underWay = undefined
  busy = false
  if (next) flush()
}

const flushNow = () => {
  wait = 1_000
  flush()
}

const text = form?.elements.body
/** What is written here, and what was refused and is written anew on a page of its own, are kept apart. */
const slot = isConversation ? 'draft' : 'refused'
const keepDraft = () => {
  const fields = Object.fromEntries(new FormData(form))
  keep(slot, fields.body.trim() !== '' && fields)
}

const submit = event => {
  event.preventDefault()
  const fields = [...new FormData(form)].map(([name, value]) => [name, `${value}`])
  if (bodyOf(fields).trim() === '') {
    // Pressed again by somebody who sees nothing happen. Else an empty one is the server's to refuse, with its own words.
    return unsent.length > 0 || Date.now() - sentAt < pressedAgain ? flush() : sendPlainly(fields)
  }
  sentAt = Date.now()
  const waits = unsent.find(one => keyOf(one) === keyOf(fields))
  // Other words under a key that waits are another message.
  if (waits && !isSame(bodyOf(waits), bodyOf(fields)))
    unsent.push(fields.map(([name, value]) => [name, name === 'key' ? newKey() : value]))
  else if (!waits) unsent.push(fields)
  store()
  if (isConversation) {
    keep('draft')
    text.value = ''
    form.elements.key.value = newKey()
  } else {
    // What is on its way is not changed any more.
    for (const field of form.querySelectorAll('textarea')) field.readOnly = true
  }
  say(words.sending)
  flushNow()
}

if (form && who && box) {
  box.hidden = false
  line.tabIndex = -1
  // What waits to be sent is not to be written anew.
  const waits = ({ key }) => unsent.some(one => keyOf(one) === key)
  const draft = [find('draft'), find('refused')].find(one => one && !waits(one))
  if (draft && text.value === '') {
    text.value = draft.body
    form.elements.key.value = draft.key
  }
  for (const entry of document.querySelectorAll('[data-draft]')) isSeen(entry)
  form.addEventListener('input', keepDraft)
  form.addEventListener('submit', submit)
  box.addEventListener('click', event => event.target.closest('.ly-unsent__try') && flushNow())
  document.addEventListener('ly-stored', ({ detail }) => isSeen(detail))
  document.addEventListener('ly-line', flushNow)
  addEventListener('online', flushNow)
  if (unsent.length > 0 && isConversation) flush()
}
