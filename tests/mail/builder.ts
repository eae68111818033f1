/** A part of a mail: its kind, how it is written down, and what is in it. */
export interface MailPart {
  readonly type?: string
  readonly charset?: string
  readonly encoding?: '7bit' | '8bit' | 'quoted-printable' | 'base64'
  readonly disposition?: string
  readonly body: string | Buffer
  readonly headers?: readonly string[]
}

export interface MailShape {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly messageId?: string | undefined
  /** Header lines besides, as they stand. */
  readonly headers?: readonly string[]
  readonly parts: readonly MailPart[]
  /** How several parts belong together. */
  readonly multipart?: 'mixed' | 'alternative' | 'related' | 'report; report-type=delivery-status'
  readonly newline?: '\r\n' | '\n'
}

let made = 0

function encoded({ body, encoding = '8bit' }: MailPart): Buffer {
  const bytes = Buffer.from(body)
  if (encoding === 'base64')
    return Buffer.from((bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'))
  if (encoding !== 'quoted-printable') return bytes
  const text = [...bytes]
    .map(byte =>
      byte === 10
        ? '\r\n'
        : byte === 13
          ? ''
          : byte === 61 || byte > 126 || byte < 32
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
    )
    .join('')
  return Buffer.from(
    text.replace(/[^\r\n]{70}(?=[^\r\n])/g, line => (/=.?$/.test(line) ? line : `${line}=\r\n`)),
  )
}

function partOf(part: MailPart): Buffer {
  const { type = 'text/plain', charset = 'utf-8', encoding = '8bit', disposition, headers = [] } = part
  const lines = [
    `Content-Type: ${type}${type.startsWith('text/') && charset ? `; charset=${charset}` : ''}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(disposition ? [`Content-Disposition: ${disposition}`] : []),
    ...headers,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), encoded(part)])
}

/** A mail as bytes, shaped as mail in the world is. Everything in it is invented. */
export function mailOf(shape: MailShape): Buffer {
  const { from = 'Sam Taylor <sam.taylor@family.example>', to = 'Riverside <c-x@messages.example>' } = shape
  const { subject = 'Re: A message from Riverside Youth Club', parts, multipart = 'mixed' } = shape
  const messageId = 'messageId' in shape ? shape.messageId : `<m${++made}.${Date.now()}@family.example>`
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0000',
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    'MIME-Version: 1.0',
    ...(shape.headers ?? []),
  ]
  const [only, ...others] = parts
  const body =
    only && others.length === 0
      ? partOf(only)
      : Buffer.concat([
          Buffer.from(`Content-Type: multipart/${multipart}; boundary="==b=="\r\n\r\n`),
          ...parts.flatMap(part => [Buffer.from('--==b==\r\n'), partOf(part), Buffer.from('\r\n')]),
          Buffer.from('--==b==--\r\n'),
        ])
  const whole = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n`), body, Buffer.from('\r\n')])
  return shape.newline === '\n'
    ? Buffer.from(whole.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : whole
}

/** The commonest mail of all: a few words. */
export const words = (body: string, about: Partial<MailShape> = {}): Buffer =>
  mailOf({ ...about, parts: [{ body }] })
