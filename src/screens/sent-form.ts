import type { Sent } from '../kit/forms/index.ts'

/** Thrown when what was sent is no form that can be read: cut off on the way, or not sent by a page of ours. */
export class NotAForm extends Error {
  constructor() {
    super('not a form')
  }
}

const isPlain = (type: string) => /^application\/x-www-form-urlencoded\b/i.test(type)

/** The fields a request carries: without files they are read as text, which is much quicker. Throws NotAForm. */
export const sentFields = async (request: Request): Promise<Sent> =>
  isPlain(request.headers.get('content-type') ?? '')
    ? new URLSearchParams(await request.text())
    : sentForm(request)

/** The form a request carries; an empty one when it carries nothing. Throws NotAForm. */
export async function sentForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type')
  if (!type && !request.body) return new FormData()
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type ?? '')) throw new NotAForm()
  try {
    return isPlain(type ?? '') ? plainForm(await request.text()) : await request.formData()
  } catch (error) {
    if (error instanceof TypeError || isCutOff(error)) throw new NotAForm()
    throw error
  }
}

function plainForm(text: string): FormData {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(text)) form.append(name, value)
  return form
}

/** Whoever sent it went away in the midst of it. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || (error as { code?: string }).code === 'ECONNRESET')
