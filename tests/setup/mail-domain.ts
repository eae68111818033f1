import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth'
import type { Resolver } from '../../src/channels/index.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

/** From where the families' mail comes, as their domains say. */
export const outgoingIp = '192.0.2.10'

/**
 * What DNS says of the domains in the tests, and of no other. `family.example` signs and says where it sends from, and so
 * does `sends.example`, which has no DMARC; `strict.example` wants what fails rejected; `silent.example` says nothing.
 */
const records: Readonly<Record<string, readonly string[]>> = {
  'k._domainkey.family.example TXT': [`v=DKIM1; k=rsa; p=${key}`],
  'family.example TXT': [`v=spf1 ip4:${outgoingIp} -all`],
  '_dmarc.family.example TXT': ['v=DMARC1; p=reject'],
  'k._domainkey.sends.example TXT': [`v=DKIM1; k=rsa; p=${key}`],
  'sends.example TXT': [`v=spf1 ip4:${outgoingIp} -all`],
  'k._domainkey.strict.example TXT': [`v=DKIM1; k=rsa; p=${key}`],
  'strict.example TXT': ['v=spf1 -all'],
  '_dmarc.strict.example TXT': ['v=DMARC1; p=reject; adkim=s; aspf=s'],
  'k._domainkey.other.example TXT': [`v=DKIM1; k=rsa; p=${key}`],
}

export const testDns: Resolver = async (name, type) => {
  const found = records[`${name.toLowerCase()} ${type}`]
  if (!found) throw Object.assign(new Error(`no ${type} of ${name}`), { code: 'ENOTFOUND' })
  return found.map(text => [text])
}

/** The mail as its domain signs it. */
export async function signedBy(
  domain: string,
  raw: string | Buffer,
  about: { maxBodyLength?: number } = {},
): Promise<Buffer> {
  const signing = { signingDomain: domain, selector: 'k', privateKey: pem, ...about }
  const { signatures, errors } = await dkimSign(Buffer.from(raw), {
    ...signing,
    // Said once: mailauth reads the clock twice otherwise, and a signature over the turn of a second does not hold.
    signTime: new Date(),
    canonicalization: 'relaxed/relaxed',
    signatureData: [signing],
  })
  if (errors?.length) throw new Error(`not signed: ${JSON.stringify(errors)}`)
  return Buffer.concat([Buffer.from(signatures), Buffer.from(raw)])
}
