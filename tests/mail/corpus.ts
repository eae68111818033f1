import { mailOf, words } from './builder.ts'

/** A mail as it comes from somewhere in the world, and what must become of it. Signed by its domain unless said. */
export interface Sample {
  readonly name: string
  readonly mail: Buffer
  readonly becomes: 'message' | 'held' | 'refused' | 'auto-reply' | 'bounce'
  /** What stands in the conversation, to the letter. */
  readonly says?: string
  readonly unsigned?: true
  /** The envelope's sender, where it is not the From. */
  readonly sender?: string
}

const ours =
  'Please write your answer above this line.\n\nWe meet at 4pm on Thursday.\n\n-- \nAmira Haddad wrote this for Riverside.'
const quoted = ours.replace(/^/gm, '> ')
const thanks = 'Thank you. Jamie will be there.'
const html = (body: string) => ({
  type: 'text/html',
  body: `<html><head><title>x</title><style>p{color:red}</style></head><body>${body}</body></html>`,
})
const big5 = Buffer.from([0xa7, 0x41, 0xa6, 0x6e])

/** Answers in plain text, by what each mail program puts around what it quotes. */
export const answers: readonly Sample[] = [
  {
    name: 'Gmail on the web',
    mail: words(
      `${thanks}\n\nOn Wed, 25 Nov 2026 at 09:30, Amira Haddad, Riverside <\nc-abc@messages.example> wrote:\n\n${quoted}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Gmail, intro on one line',
    mail: words(`${thanks}\n\nOn Wed, 25 Nov 2026 at 09:30, Amira Haddad wrote:\n${quoted}\n`),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Apple Mail',
    mail: words(
      `${thanks}\n\n> On 25 Nov 2026, at 09:30, Amira Haddad <c-abc@messages.example> wrote:\n> \n${quoted}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'iPhone',
    mail: words(
      `${thanks}\n\nSent from my iPhone\n\n> On 25 Nov 2026, at 09:30, Amira Haddad <c-abc@messages.example> wrote:\n> \n> ${ours.replaceAll('\n', '\n> ')}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Outlook on the desk',
    mail: words(
      `${thanks}\n\nFrom: Amira Haddad, Riverside <c-abc@messages.example>\nSent: 25 November 2026 09:30\nTo: Sam Taylor <sam.taylor@family.example>\nSubject: A message from Riverside\n\n${ours}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Outlook on the web, with a rule',
    mail: words(
      `${thanks}\n\n________________________________\nFrom: Amira Haddad <c-abc@messages.example>\nSent: Wednesday, November 25, 2026 9:30 AM\nTo: Sam <sam.taylor@family.example>\nSubject: A message\n\n${ours}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Outlook on a telephone',
    mail: words(
      `${thanks}\n\nGet Outlook for Android<https://aka.example/x>\n________________________________\nFrom: Amira Haddad <c-abc@messages.example>\nDate: Wed, 25 Nov 2026\nTo: Sam <sam.taylor@family.example>\nSubject: A message\n\n${ours}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'an original message',
    mail: words(
      `${thanks}\n\n-----Original Message-----\nFrom: Amira Haddad\nSent: 25 November 2026\nTo: Sam\nSubject: A message\n\n${ours}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Yahoo',
    mail: words(
      `${thanks}\n\nSent from Yahoo Mail on Android\n\n  On Wed, 25 Nov 2026 at 9:30, Amira Haddad<c-abc@messages.example> wrote:   ${ours}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Samsung',
    mail: words(
      `${thanks}\n\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: Amira Haddad <c-abc@messages.example>\nDate: 25/11/2026 09:30 (GMT+00:00)\nTo: Sam\nSubject: A message\n\n${ours}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Thunderbird',
    mail: words(`${thanks}\n\nOn 25/11/2026 09:30, Amira Haddad, Riverside wrote:\n${quoted}\n\n`),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'French',
    mail: words(
      `${thanks}\n\nLe mer. 25 nov. 2026 à 09:30, Amira Haddad <c-abc@messages.example> a écrit :\n\n${quoted}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'German',
    mail: words(`${thanks}\n\nAm 25.11.2026 um 09:30 schrieb Amira Haddad:\n${quoted}\n`),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Spanish',
    mail: words(
      `${thanks}\n\nEl mié, 25 nov 2026 a las 9:30, Amira (<c-abc@messages.example>) escribió:\n\n${quoted}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Polish',
    mail: words(
      `${thanks}\n\nśr., 25 lis 2026 o 09:30 Amira Haddad <c-abc@messages.example> napisał(a):\n\n${quoted}\n`,
    ),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'Welsh',
    mail: words(`Diolch. Bydd Jamie yno.\n\nAr 25 Tach 2026, ysgrifennodd Amira Haddad:\n\n${quoted}\n`),
    becomes: 'message',
    says: 'Diolch. Bydd Jamie yno.',
  },
  {
    name: 'quoted without a sign before the lines',
    mail: words(`${thanks}\n\n${ours}\n`),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'answers between the lines',
    mail: words(`> We meet at 4pm on Thursday.\n\nThat is fine.\n\n> Bring a coat.\n\nHe has none, sorry.\n`),
    becomes: 'message',
    says: '> We meet at 4pm on Thursday.\n\nThat is fine.\n\n> Bring a coat.\n\nHe has none, sorry.',
  },
  {
    name: 'an answer below what it quotes',
    mail: words(`On 25/11/2026 09:30, Amira Haddad wrote:\n> We meet at 4pm.\n\nThat is fine.\n`),
    becomes: 'message',
    says: 'On 25/11/2026 09:30, Amira Haddad wrote:\n> We meet at 4pm.\n\nThat is fine.',
  },
  { name: 'nothing quoted', mail: words('ok 👍'), becomes: 'message', says: 'ok 👍' },
  {
    name: 'a signature by the book',
    mail: words(`${thanks}\n\n-- \nSam Taylor\n12 Long Lane\n`),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'a greeting and a postscript stay',
    mail: words(`${thanks}\n\nKind regards,\nSam\n\nPS he is scared of dogs\n`),
    becomes: 'message',
    says: `${thanks}\n\nKind regards,\nSam\n\nPS he is scared of dogs`,
  },
  {
    name: 'words after two dashes far above stay',
    mail: words(`First.\n--\n${Array.from({ length: 14 }, (_, at) => `Line ${at}`).join('\n')}`),
    becomes: 'message',
    says: `First.\n--\n${Array.from({ length: 14 }, (_, at) => `Line ${at}`).join('\n')}`,
  },
  {
    name: 'somebody wrote: is no intro',
    mail: words('I saw what she wrote:\nit was 3 lines and not kind'),
    becomes: 'message',
    says: 'I saw what she wrote:\nit was 3 lines and not kind',
  },
  {
    name: 'a line that begins with From',
    mail: words('From: the bus stop it is 5 minutes\nSee you'),
    becomes: 'message',
    says: 'From: the bus stop it is 5 minutes\nSee you',
  },
]

const shapes: readonly Sample[] = [
  {
    name: 'text and HTML',
    mail: mailOf({ multipart: 'alternative', parts: [{ body: thanks }, html(`<p>${thanks}</p>`)] }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'HTML alone',
    mail: mailOf({
      parts: [html(`<div>Thank you.</div><div>Jamie &amp; I <b>will</b> be there &#128077;</div>`)],
    }),
    becomes: 'message',
    says: 'Thank you.\nJamie & I will be there 👍',
  },
  {
    name: 'HTML alone, with what it quotes',
    mail: mailOf({
      parts: [
        html(
          `<div dir="ltr">${thanks}</div><br><div class="gmail_quote"><div dir="ltr">On Wed, 25 Nov 2026 at 09:30, Amira wrote:<br></div><blockquote><div>We meet at 4pm.</div></blockquote></div>`,
        ),
      ],
    }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'HTML with lists and a table',
    mail: mailOf({
      parts: [html('<ul><li>coat</li><li>lunch</li></ul><table><tr><td>Bus</td><td>4pm</td></tr></table>')],
    }),
    becomes: 'message',
    says: '- coat\n- lunch\nBus 4pm',
  },
  {
    name: 'HTML that never closes a tag',
    mail: mailOf({ parts: [html('<p>See you<br>at 4 < 5 pm')] }),
    becomes: 'message',
    says: 'See you\nat 4 < 5 pm',
  },
  {
    name: 'a picture within HTML',
    mail: mailOf({
      multipart: 'related',
      parts: [
        html('<p>Hello <img src="cid:p1"></p>'),
        { type: 'image/png', encoding: 'base64', body: 'not a picture', headers: ['Content-ID: <p1>'] },
      ],
    }),
    becomes: 'message',
    says: 'Hello',
  },
  {
    name: 'quoted-printable',
    mail: mailOf({ parts: [{ body: 'Café at 4 = tea time — merci', encoding: 'quoted-printable' }] }),
    becomes: 'message',
    says: 'Café at 4 = tea time — merci',
  },
  {
    name: 'base64',
    mail: mailOf({ parts: [{ body: 'Nos dà, diolch', encoding: 'base64' }] }),
    becomes: 'message',
    says: 'Nos dà, diolch',
  },
  {
    name: 'ISO-8859-1',
    mail: mailOf({ parts: [{ body: Buffer.from('Caf\xe9', 'latin1'), charset: 'iso-8859-1' }] }),
    becomes: 'message',
    says: 'Café',
  },
  {
    name: 'Windows-1252',
    mail: mailOf({ parts: [{ body: Buffer.from('It\x92s \x80 5', 'latin1'), charset: 'windows-1252' }] }),
    becomes: 'message',
    says: 'It’s € 5',
  },
  {
    name: 'UTF-16',
    mail: mailOf({
      parts: [{ body: Buffer.from('Hello', 'utf16le'), charset: 'utf-16le', encoding: 'base64' }],
    }),
    becomes: 'message',
    says: 'Hello',
  },
  {
    name: 'Big5',
    mail: mailOf({ parts: [{ body: big5, charset: 'big5' }] }),
    becomes: 'message',
    says: '你好',
  },
  {
    name: 'a charset that there is not',
    mail: mailOf({ parts: [{ body: 'Hello there', charset: 'x-nowhere' }] }),
    becomes: 'message',
    says: 'Hello there',
  },
  {
    name: 'bytes that are no UTF-8',
    mail: mailOf({ parts: [{ body: Buffer.from([72, 105, 0xff, 0xfe, 33]) }] }),
    becomes: 'message',
  },
  {
    name: 'a zero byte and other marks of machines',
    mail: mailOf({ parts: [{ body: 'Hi\u0000 there\u0007', encoding: 'base64' }] }),
    becomes: 'message',
    says: 'Hi there',
  },
  {
    name: 'format=flowed',
    mail: mailOf({ parts: [{ type: 'text/plain; format=flowed', body: 'One line \nthat goes on.\n' }] }),
    becomes: 'message',
  },
  {
    name: 'a file',
    mail: mailOf({
      parts: [
        { body: thanks },
        {
          type: 'application/pdf',
          encoding: 'base64',
          disposition: 'attachment; filename="form.pdf"',
          body: 'x',
        },
      ],
    }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'pictures and no words',
    mail: mailOf({
      parts: [
        { body: '' },
        { type: 'image/jpeg', encoding: 'base64', disposition: 'attachment; filename="a.jpg"', body: 'x' },
      ],
    }),
    becomes: 'refused',
  },
  {
    name: 'a picture alone',
    mail: mailOf({ parts: [{ type: 'image/jpeg', encoding: 'base64', body: 'x' }] }),
    becomes: 'refused',
  },
  { name: 'nothing at all', mail: words(''), becomes: 'refused' },
  {
    name: 'a signed mail (S/MIME)',
    mail: mailOf({
      parts: [{ body: thanks }, { type: 'application/pkcs7-signature', encoding: 'base64', body: 'x' }],
    }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'a file name that would be a path',
    mail: mailOf({
      parts: [
        { body: thanks },
        { type: 'text/html', disposition: 'attachment; filename="../../etc/passwd"', body: '<b>x</b>' },
      ],
    }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'a name with marks of its own',
    mail: words(thanks, { from: '=?utf-8?q?S=C3=A2m_=22T=22_Taylor?= <sam.taylor@family.example>' }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'an address in capitals',
    mail: words(thanks, { from: 'Sam.Taylor@FAMILY.example' }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'a subject that would add a header',
    mail: words(thanks, { subject: '=?utf-8?q?Hi=0D=0ABcc:_all@family.example?=' }),
    becomes: 'message',
    says: thanks,
  },
  {
    name: 'no Message-ID',
    mail: words('No id', { messageId: undefined }),
    becomes: 'message',
    says: 'No id',
  },
  {
    name: 'a Message-ID that is none',
    mail: words('Odd id', { messageId: '<<>> "a b" ' }),
    becomes: 'message',
    says: 'Odd id',
  },
  {
    name: 'a very long Message-ID',
    mail: words('Long id', { messageId: `<${'x'.repeat(900)}@family.example>` }),
    becomes: 'message',
    says: 'Long id',
  },
  {
    name: 'one line of a hundred thousand letters',
    mail: mailOf({ parts: [{ body: 'la '.repeat(24_000), encoding: 'base64' }] }),
    becomes: 'message',
  },
  {
    name: 'more than a conversation takes',
    mail: mailOf({ parts: [{ body: 'la '.repeat(60_000), encoding: 'base64' }] }),
    becomes: 'held',
  },
  {
    name: 'a message that was passed on within',
    mail: mailOf({
      parts: [
        { body: thanks },
        { type: 'message/rfc822', body: 'From: a@b.example\r\nSubject: Inner\r\n\r\nInner words\r\n' },
      ],
    }),
    becomes: 'message',
  },
  {
    name: 'parts within parts, fifty deep and more',
    mail: mailOf({
      parts: [
        {
          type: 'multipart/mixed; boundary="x0"',
          body: Array.from(
            { length: 60 },
            (_, at) => `--x${at}\r\nContent-Type: multipart/mixed; boundary="x${at + 1}"\r\n\r\n`,
          ).join(''),
        },
      ],
    }),
    becomes: 'held',
    unsigned: true,
  },
  {
    name: 'a boundary that never comes',
    mail: mailOf({ parts: [{ type: 'multipart/mixed; boundary="gone"', body: 'Words outside every part' }] }),
    becomes: 'refused',
  },
]

const others: readonly Sample[] = [
  { name: 'unsigned', mail: words(thanks), becomes: 'held', unsigned: true },
  { name: 'another address', mail: words(thanks, { from: 'sam.other@family.example' }), becomes: 'held' },
  {
    name: 'another domain that looks like it',
    mail: words(thanks, { from: 'sam.taylor@family.example.other.example' }),
    becomes: 'held',
  },
  {
    name: 'two senders',
    mail: words(thanks, { from: 'sam.taylor@family.example, x@other.example' }),
    becomes: 'held',
  },
  { name: 'two From lines', mail: words(thanks, { headers: ['From: x@other.example'] }), becomes: 'held' },
  { name: 'no sender', mail: words(thanks, { from: '' }), becomes: 'held' },
  {
    name: 'the right address in the name alone',
    mail: words(thanks, { from: '"sam.taylor@family.example" <x@other.example>' }),
    becomes: 'held',
  },
  {
    name: 'out of office (RFC 3834)',
    mail: words('I am away.', { headers: ['Auto-Submitted: auto-replied'] }),
    becomes: 'auto-reply',
  },
  {
    name: 'out of office (Exchange)',
    mail: words('I am away.', { headers: ['X-Auto-Response-Suppress: All'] }),
    becomes: 'auto-reply',
    sender: '',
  },
  {
    name: 'a person whose office asks for no answers',
    mail: words('I will come.', { headers: ['X-Auto-Response-Suppress: DR, OOF, AutoReply'] }),
    becomes: 'message',
    says: 'I will come.',
  },
  {
    name: 'an old autoresponder',
    mail: words('I am away.', { headers: ['X-Autoreply: yes'] }),
    becomes: 'auto-reply',
  },
  {
    name: 'a mailing list',
    mail: words('News', { headers: ['Precedence: bulk', 'List-Id: <news.other.example>'] }),
    becomes: 'auto-reply',
  },
  {
    name: 'not automatic, and says so',
    mail: words('Here I am.', { headers: ['Auto-Submitted: no'] }),
    becomes: 'message',
    says: 'Here I am.',
  },
  {
    name: 'our own mail, come back',
    mail: words('We meet.', {
      messageId: '<d-01a2142a-d995-72e8-8a99-b38b4d0d67ad@messages.riverside.example>',
    }),
    becomes: 'refused',
  },
  {
    name: 'a mail that goes round',
    mail: words('Round', {
      headers: Array.from(
        { length: 40 },
        (_, at) => `Received: from a${at}.example by b.example; Wed, 25 Nov 2026 10:00:00 +0000`,
      ),
    }),
    becomes: 'refused',
  },
  {
    name: 'a report of a mail server',
    mail: mailOf({
      from: 'MAILER-DAEMON@other.example',
      multipart: 'report; report-type=delivery-status',
      parts: [
        { body: 'It could not be delivered.' },
        {
          type: 'message/delivery-status',
          body: 'Reporting-MTA: dns; other.example\r\n\r\nFinal-Recipient: rfc822; sam.taylor@family.example\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        },
      ],
    }),
    becomes: 'bounce',
    unsigned: true,
    sender: '',
  },
  {
    name: 'a report that it is late',
    mail: mailOf({
      from: 'MAILER-DAEMON@other.example',
      multipart: 'report; report-type=delivery-status',
      parts: [
        { body: 'Late.' },
        {
          type: 'message/delivery-status',
          body: 'Reporting-MTA: dns; other.example\r\n\r\nAction: delayed\r\nStatus: 4.4.1\r\n',
        },
      ],
    }),
    becomes: 'auto-reply',
    unsigned: true,
    sender: '',
  },
]

/** Mails as the world sends them, each invented. */
export const corpus: readonly Sample[] = [...answers, ...shapes, ...others]
