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
    return await request.formData()
  } catch (error) {
    if (error instanceof TypeError) throw new NotAForm()
    throw error
  }
}
