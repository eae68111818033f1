import { type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'

/** One setting: what it is called, what it may be, what it is when nobody says. */
export interface Setting<T> {
  readonly format: string
  readonly default: string
  readonly about: string
  readonly read: (text: string) => T | undefined
}

export const setting = <T>(
  about: string,
  format: string,
  fallback: string,
  read: (text: string) => T | undefined,
): Setting<T> => ({
  about,
  format,
  default: fallback,
  read,
})

export const whole = (min: number, max: number) => (text: string) => {
  const value = Number(text)
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined
}
export const url =
  (...schemes: string[]) =>
  (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol) ? text.replace(/\/$/, '') : undefined
export const maybe =
  <T>(read: (text: string) => T | undefined) =>
  (text: string) =>
    text === '' ? '' : read(text)
export const matching = (format: RegExp) => (text: string) => (format.test(text) ? text : undefined)
export const words = matching(/^\P{Cc}{1,200}$/u)
export const host = matching(/^[\w.-]{1,253}$|^[\da-fA-F:.]{2,45}(%\w+)?$/)
// `name@host`, or `A name <name@host>`.
export const sender = matching(
  /^([^<>@\p{Cc}]{1,100} <[^<>@\s]{1,64}@[\w.-]{1,200}>|[^<>@\s]{1,64}@[\w.-]{1,200})$/u,
)

/** A path, unless something of another kind is in its place. */
const pathTo = (fits: (there: Stats) => boolean) => (text: string) => {
  const path = resolve(text)
  try {
    return fits(statSync(path)) ? path : undefined
  } catch (error) {
    // Not there yet, or not for us to look at: told when it is opened.
    const { code = '' } = error as NodeJS.ErrnoException
    return ['ENOENT', 'EACCES', 'EPERM'].includes(code) ? path : undefined
  }
}
export const folder = pathTo(there => there.isDirectory())
export const file = pathTo(there => there.isFile())

export const line = 'a line of at most 200 characters'

export const domain = (text: string) =>
  domains(text) && !text.includes(',') ? text.toLowerCase() : undefined
export const listening = (text: string) => {
  const [, address = '', port = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? []
  return host(address) && whole(1, 65_535)(port) ? text : undefined
}

/** A socket of this machine by its path, or one at an address. */
export const socket = (text: string) => (/^\/\P{Cc}{1,100}$/u.test(text) ? text : listening(text))

export const domains = (text: string) => {
  const all = text
    .toLowerCase()
    .split(',')
    .map(one => one.trim())
  return all.every(one => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one)) ? all.join(',') : undefined
}
