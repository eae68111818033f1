// A real OpenID Connect provider in a process of its own, as an organisation would run one: oidc-provider on loopback,
// with a page to sign in on. Its people come from the process that started it. Run by openProvider in provider.ts.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const { port, client } = JSON.parse(process.argv[2])
const people = new Map()
const issuer = `http://127.0.0.1:${port}`
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const provider = new Provider(issuer, {
  clients: [
    { ...client, token_endpoint_auth_method: 'client_secret_post', id_token_signed_response_alg: 'ES256' },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub)?.claims }) }),
  // Its people agree to Lanyard once and for all: what is tested is who they are, not a question to them.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const page = `<!doctype html><html lang="en"><title>The organisation’s own sign-in</title>
<h1>The organisation’s own sign-in</h1>
<form method="post"><label>Who are you? <input name="who"></label><button>Sign in there</button></form>`

async function signIn(request, response) {
  if (request.method !== 'POST')
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  const parts = []
  for await (const part of request) parts.push(part)
  const who = new URLSearchParams(Buffer.concat(parts).toString()).get('who')
  const { amr, acr } = people.get(who) ?? {}
  const login = { accountId: who, remember: false, amr, acr }
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

const answer = provider.callback()
createServer((request, response) =>
  request.url.startsWith('/sign-in/') ? signIn(request, response) : answer(request, response),
).listen(port, '127.0.0.1', () => process.send('ready'))

process.on('message', person => {
  people.set(person.sub, person)
  process.send('known')
})
process.on('disconnect', () => process.exit())
