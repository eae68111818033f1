// Passkeys: asks the browser for one, and sends its answer with the page's own form. Without it, the form stays hidden
// and a password with a code does.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
const named = list => list?.map(one => ({ ...one, id: bytes(one.id) }))

const ask = {
  get: options =>
    navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: named(options.allowCredentials),
      },
    }),
  create: options =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: named(options.excludeCredentials),
      },
    }),
}

/** The browser's answer as the server reads it (WebAuthn's own JSON). */
function answerOf(credential) {
  const { response } = credential
  const answer = { clientDataJSON: text(response.clientDataJSON) }
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle'])
    if (response[name]) answer[name] = text(response[name])
  if (response.getTransports) answer.transports = response.getTransports()
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: answer,
  })
}

async function press(form, say) {
  say('')
  const asked = await fetch(form.dataset.ask, { method: 'POST' })
  if (!asked.ok) return say(form.dataset.again)
  try {
    form.elements.answer.value = answerOf(await ask[form.dataset.passkey](await asked.json()))
  } catch (error) {
    return say(error.name === 'InvalidStateError' ? form.dataset.known : form.dataset.stopped)
  }
  form.submit()
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) break
  const place = form.querySelector('[role=alert]')
  const say = sentence => {
    place.textContent = sentence
  }
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    press(form, say).catch(() => say(form.dataset.stopped))
  })
}
