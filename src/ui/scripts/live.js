// Shows new messages as they come, and how those that are shown have gone; takes up again after every break, without loss and
// nothing twice. Without it, the page shows them when it is loaded again.
const thread = document.querySelector('[data-live]')
const line = document.querySelector('[data-line]')
const silence = 25_000
const longestWait = 15_000
let stream
let heardAt = Date.now()
let wait = 1_000
let again
let asking
let stale = false

const tell = event => document.dispatchEvent(event)
const entries = () => [...thread.querySelectorAll(':scope > [data-id]')]

/** Says how the line is, once for each change: a screen reader says what is put here. */
const say = (text, well = false) => {
  if (line.textContent === text) return
  line.classList.toggle('ly-line--well', well)
  line.textContent = text
}

/** Puts a message in its place, by its id: ids sort by when they were made. One that is there already stays as it is. */
const place = entry => {
  if (document.getElementById(entry.id)) return
  document.querySelector('.ly-thread-empty')?.remove()
  const all = entries()
  const before = all.findLast(one => one.dataset.id < entry.dataset.id)
  if (before) before.after(entry)
  else if (all[0]) all[0].before(entry)
  else thread.append(entry)
  if (entry === entries().at(-1)) entry.scrollIntoView({ block: 'nearest' })
  if (entry.dataset.draft) tell(new CustomEvent('ly-stored', { detail: entry }))
}

const markup = some => [...some].map(one => one.outerHTML).join('')
const parts = ['.ly-message__text', '.ly-message__aside', '.ly-message__when a']

/** What has changed of a message that is shown: its words, if they are erased; how it went; what may be done with it. */
const freshen = (here, now) => {
  if (here.contains(document.activeElement)) return
  for (const part of parts) {
    const [old, fresh] = [here.querySelectorAll(part), now.querySelectorAll(part)]
    if (markup(old) === markup(fresh)) continue
    const into = part.endsWith(' a') ? here.querySelector('.ly-message__when') : here
    const next = part === parts[0] ? here.querySelector('.ly-message__when') : null
    for (const one of old) one.remove()
    for (const one of fresh) into.insertBefore(one, next)
  }
}

/** Takes what is new from another copy of this page. What has the focus is left as it is. */
const merge = page => {
  const first = entries()[0]?.dataset.id ?? ''
  for (const entry of page.querySelectorAll('.ly-thread > [data-id]')) {
    const here = document.getElementById(entry.id)
    if (here) freshen(here, entry)
    else if (entry.dataset.id > first) place(entry)
  }
  for (const fresh of page.querySelectorAll('[data-part]')) {
    const here = document.querySelector(`[data-part="${fresh.dataset.part}"]`)
    if (here && here.innerHTML !== fresh.innerHTML && !here.contains(document.activeElement))
      here.innerHTML = fresh.innerHTML
  }
}

/** Asks for this page again, from the last messages on: a small one, as the line may be slow. It counts as looking. */
const fetchPage = async () => {
  if (!thread.dataset.fetches) return
  stale = document.visibilityState !== 'visible'
  if (stale) return
  const from = entries().at(-26)?.dataset.id
  const answer = await fetch(from ? `${location.pathname}?after=${from}` : location.pathname, {
    signal: AbortSignal.timeout(30_000),
  })
  if (answer.redirected)
    return say('You have been signed out. Load this page again to sign in and see what is new.')
  if (answer.ok) merge(new DOMParser().parseFromString(await answer.text(), 'text/html'))
}
const fetchSoon = () => {
  clearTimeout(asking)
  asking = setTimeout(() => fetchPage().catch(() => {}), 400)
}

const heard = () => {
  heardAt = Date.now()
  if (wait > 1_000 || line.textContent) {
    wait = 1_000
    if (line.textContent) {
      say('You are connected again.', true)
      setTimeout(() => line.classList.contains('ly-line--well') && say(''), 5_000)
    }
    fetchSoon()
    tell(new Event('ly-line'))
  }
}

const down = () => {
  stream?.close()
  clearTimeout(again)
  if (wait > 2_000 || !navigator.onLine)
    say('You are not connected. New messages will show here when you have a signal.')
  again = setTimeout(open, wait * (0.75 + Math.random() / 2))
  wait = Math.min(wait * 2, longestWait)
}

function open() {
  clearTimeout(again)
  stream?.close()
  heardAt = Date.now()
  stream = new EventSource(`${thread.dataset.live}?after=${entries().at(-1)?.dataset.id ?? ''}`)
  stream.onerror = () => {
    down()
    // Not the line, perhaps, but the sign-in: the page says which.
    if (wait >= longestWait) fetchSoon()
  }
  stream.addEventListener('here', heard)
  stream.addEventListener('message', ({ data }) => {
    heard()
    const holder = document.createElement('ol')
    holder.innerHTML = data
    place(holder.firstElementChild)
    fetchSoon()
  })
  stream.addEventListener('changed', () => {
    heard()
    fetchSoon()
  })
}

if (thread && 'EventSource' in window) {
  open()
  // A line can die without a word: what has been silent for too long is opened anew.
  setInterval(() => Date.now() - heardAt > silence && down(), 5_000)
  addEventListener('online', open)
  addEventListener('offline', down)
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    open()
    fetchSoon()
  })
  document.addEventListener('visibilitychange', () => stale && fetchSoon())
  document.addEventListener('ly-page', ({ detail }) => merge(detail))
}
