// Passkeys that give a secret of their own (WebAuthn's prf extension): makes one, or asks one, and sends what it gives with
// the page's own form. Where a browser or a device cannot, the form stays hidden or says so; a passphrase does.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
const random = length => crypto.getRandomValues(new Uint8Array(length))

class NoSecret extends Error {}

/** Asks whichever of these passkeys the device has: which it was, and its secret about the bytes that go with it. */
async function ask(known) {
  const evalByCredential = Object.fromEntries(
    known.map(({ credential, salt }) => [credential, { first: bytes(salt) }]),
  )
  const used = await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: known.map(({ credential }) => ({ type: 'public-key', id: bytes(credential) })),
      userVerification: 'required',
      extensions: { prf: { evalByCredential } },
    },
  })
  const secret = used.getClientExtensionResults().prf?.results?.first
  if (!secret) throw new NoSecret()
  return { credential: text(used.rawId), secret: text(secret) }
}

/** Makes a passkey for this alone, and asks it at once: so that one that would not unlock later is not kept. */
async function make({ salt, name, site }) {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { name: site },
      user: { id: random(16), name, displayName: name },
      pubKeyCredParams: [-7, -257].map(alg => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      extensions: { prf: {} },
    },
  })
  if (!made.getClientExtensionResults().prf?.enabled) throw new NoSecret()
  return ask([{ credential: text(made.rawId), salt }])
}

async function press(form) {
  const { prf, known } = form.dataset
  const given = prf === 'create' ? await make(form.dataset) : await ask(JSON.parse(known))
  form.elements.credential.value = given.credential
  form.elements.secret.value = given.secret
  form.submit()
}

for (const form of document.querySelectorAll('form[data-prf]')) {
  if (!('PublicKeyCredential' in window)) break
  const place = form.querySelector('[role=alert]')
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    place.textContent = ''
    press(form).catch(error => {
      place.textContent = error instanceof NoSecret ? form.dataset.unable : form.dataset.stopped
    })
  })
}
