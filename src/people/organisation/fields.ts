import { email, type Field, maybeLine, tidy } from '../../kit/forms/index.ts'

/** A telephone number as it will be printed: at most 40 characters, and something in it that can be dialled. */
export const maybePhone = (called: string): Field<string | undefined> => ({
  parse(typed) {
    const parsed = maybeLine({ max: 40, called }).parse(typed)
    if (!parsed.ok || parsed.value === undefined) return parsed
    return (parsed.value.match(/\d/g)?.length ?? 0) >= 3
      ? parsed
      : { ok: false, sentence: `${called} must be a telephone number, like 020 7946 0200` }
  },
})

/** An email address, or nothing. */
export const maybeEmail: Field<string | undefined> = {
  parse: typed => (tidy(typed) ? email('').parse(typed) : { ok: true, value: undefined }),
}

/** The address of a site, with or without its https://, or nothing. Only what leads to a site is taken. */
export const maybeSite: Field<string | undefined> = {
  parse(typed) {
    const value = tidy(typed)
    if (!value) return { ok: true, value: undefined }
    const whole = /^https?:\/\//i.test(value) ? value : `https://${value}`
    const fits = value.length <= 200 && URL.canParse(whole) && /\.[a-z]{2,}$/i.test(new URL(whole).hostname)
    return fits
      ? { ok: true, value: whole }
      : { ok: false, sentence: 'Enter the address of the site, like www.example.org' }
  },
}
