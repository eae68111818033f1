import { inFull } from '../kit/clock.ts'
import type { ProofCheck, ReceiptCheck } from '../records/index.ts'

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

/** What became of checking a proof of what somebody told: whether it holds, and what that means, in a few sentences. */
export function proofWords(check: ProofCheck): { readonly title: string; readonly says: string } {
  const no = 'This proof does not hold'
  switch (check.result) {
    case 'holds':
      return {
        title: 'This proof holds',
        says: `What it is about was told to ${check.origin.replace(/-vault$/, '')} by ${inFull(check.at)}. ${
          check.shown
            ? 'The words in the file are the ones that were told, to the letter.'
            : 'The words are not in the file: it proves when something was told, and not what.'
        }`,
      }
    case 'text-altered':
      return {
        title: no,
        says: 'The words in the file are not the ones that were told. Somebody has changed them.',
      }
    case 'bad-signature':
      return { title: no, says: 'Its signature is not right. It was changed, or was not made here.' }
    case 'unknown-log':
      return {
        title: 'This proof cannot be checked here',
        says: 'It may well hold, but it was made by another Lanyard. Check it at the address of that one.',
      }
    case 'malformed':
      return { title: no, says: 'A part of it is missing. Choose the file as it was downloaded.' }
  }
}
