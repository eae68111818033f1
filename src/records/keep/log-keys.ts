import { type Cosigner, cosigner } from '../log/cosignature.ts'
import { deriveKey, noteSigner } from '../log/keys.ts'
import type { Signer } from '../log/note.ts'

/** The keys of this installation: every log's and every board's, derived from the master secret and the host's name. */
export interface LogKeys {
  readonly log: (slug: string) => Signer
  readonly witness: (boardSlug: string) => Cosigner
  /** The agency's slug in an origin of ours, or undefined when the origin is somebody else's. */
  readonly slugOf: (origin: string) => string | undefined
  /** The board's slug in a witness's name of ours, or undefined when the name is somebody else's. */
  readonly boardOf: (witness: string) => string | undefined
}

/** `url` is the address whose host begins every origin (addressOfLogs). */
export function logKeys(master: string, url: string): LogKeys {
  const secret = Buffer.from(master, 'base64')
  const { host } = new URL(url)
  const logs = new Map<string, Signer>()
  const witnesses = new Map<string, Cosigner>()
  const kept = <T>(map: Map<string, T>, name: string, make: () => T): T => {
    const found = map.get(name) ?? make()
    map.set(name, found)
    return found
  }
  return {
    log: slug =>
      kept(logs, slug, () => noteSigner(`${host}/log/${slug}`, deriveKey(secret, `log ${host}/log/${slug}`))),
    witness: slug =>
      kept(witnesses, slug, () =>
        cosigner(`${host}/witness/${slug}`, deriveKey(secret, `witness ${host}/witness/${slug}`)),
      ),
    slugOf: origin => after(origin, `${host}/log/`),
    boardOf: name => after(name, `${host}/witness/`),
  }
}

const after = (text: string, start: string): string | undefined =>
  text.startsWith(start) ? text.slice(start.length) : undefined
