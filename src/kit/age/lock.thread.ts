import { Decrypter, Encrypter } from 'age-encryption'
import { answering } from '../threads/index.ts'

export type Asked =
  | { readonly words: string; readonly lock: Uint8Array; readonly work: number }
  | { readonly words: string; readonly unlock: Uint8Array }

async function answer(asked: Asked): Promise<Uint8Array | undefined> {
  if ('lock' in asked) {
    const encrypter = new Encrypter()
    encrypter.setPassphrase(asked.words)
    encrypter.setScryptWorkFactor(asked.work)
    return encrypter.encrypt(asked.lock)
  }
  const decrypter = new Decrypter()
  decrypter.addPassphrase(asked.words)
  return decrypter.decrypt(asked.unlock).catch(() => undefined)
}

answering<Asked, Uint8Array | undefined>(answer)
