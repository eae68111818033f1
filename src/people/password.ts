import type { Field } from '../kit/forms/index.ts'

// The passwords of twelve characters and more that are tried first. Length does most of the work; this stops the rest.
const common =
  /^(?:password|passw0rd|qwerty|letmein|welcome|iloveyou|football|liverpool|abc123|admin|123456|111111)+[\d!?.]*$/i

/** A new password: long, not one of the first that are tried, and not made of the person's own name or address. */
export const newPassword = (about: { name: string; email: string }): Field<string> => ({
  parse(typed = '') {
    const no = (sentence: string) => ({ ok: false as const, sentence })
    if (!typed) return no('Enter a password')
    if (typed.length < 12)
      return no(
        'Your password must be 12 characters or more. Three words that do not belong together are good',
      )
    if (typed.length > 128) return no('Your password must be 128 characters or fewer')
    const plain = typed.toLowerCase().replace(/[^a-z]/g, '')
    const own = [about.email.split('@')[0] ?? '', about.name].map(text =>
      text.toLowerCase().replace(/[^a-z]/g, ''),
    )
    if (common.test(typed) || /^(.)\1+$/.test(typed))
      return no('That password is one of the first that are tried. Choose another')
    if (own.some(text => text.length > 3 && plain.replaceAll(text, '').length < 4)) {
      return no('Your password must not be your own name or email address')
    }
    return { ok: true, value: typed }
  },
})
