import type { ReceiptCheck } from '../records/index.ts'

/** What an event is called on a page. */
const words: Readonly<Record<string, string>> = {
  'policy.signed': 'You signed a policy',
  'policy.signed-on-paper': 'A policy was signed on paper: recorded by one person, confirmed by another',
  'policy.understood': 'You answered the questions before signing a policy',
  'policy.published': 'You published a version of a policy',
  'message.sent': 'You sent a message',
  'conversation.opened': 'You opened a conversation',
  'answer.kept': 'You asked before you acted, and kept the answer',
  'induction.begun': 'You began your induction',
  'induction.passed': 'You walked your induction to its end',
  'conversation.read': 'You read a conversation as a manager',
}

export const eventWords = (event: string): string =>
  words[event] ?? event.replace('.', ': ').replaceAll('-', ' ')

/** Why a receipt does not hold. */
export const whyNot: Readonly<Record<Exclude<ReceiptCheck['result'], 'holds'>, string>> = {
  malformed:
    'This is not a receipt, or a part of it is missing. Copy all of it, or choose the file as it was downloaded.',
  'unknown-log':
    'It may well hold, but it names a log that is not here. Check it at the address of the Lanyard that gave it.',
  'bad-signature': 'The log’s signature on this receipt is not right. It was changed, or was not made here.',
  'bad-proof':
    'The proof in this receipt does not lead to the log that was signed. It was changed, or was not made here.',
  'content-does-not-match':
    'What this receipt shows is not what was recorded. Somebody has changed its content.',
}
