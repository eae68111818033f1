import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret to put in a link: 256 random bits as URL-safe text. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 of a token. Enough for secrets of 256 bits; never for what a person chose or a short code. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A code of six digits, to type. Short, so whoever checks it must count the tries. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
