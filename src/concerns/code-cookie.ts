import { cookieLine } from '../kit/cookie.ts'
import { cookieOf } from '../people/index.ts'
import { type Code, readCode } from './code.ts'

// The code stands in no address: those are kept in histories and logs. For a short while it stands in this browser alone.
const name = 'lanyard.concern'
const minutes = 20

export const codeCookie = (code: Code, secure: boolean): string =>
  cookieLine(name, code, { seconds: minutes * 60, secure })

export const noCodeCookie = (secure: boolean): string => cookieLine(name, '', { seconds: 0, secure })

export const codeIn = (request: Request): Code | undefined => readCode(cookieOf(request, name))
