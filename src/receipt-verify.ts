import { inFull } from './kit/clock.ts'
import { eventWords, proofWords, whyNot } from './receipts/index.ts'
import {
  checkProof,
  checkReceipt,
  isProof,
  namedOnProof,
  namesOnReceipt,
  type ProofCheck,
  type ReceiptCheck,
} from './records/index.ts'
import { verifies } from './trusted-keys.ts'

// bin/receipt-verify. Exit code 0: the receipt holds. 1: it does not. 2: it could not be said.

const usage = `Usage: bin/receipt-verify FILE [--keys FILE] [--key KEY]...

Says whether a receipt holds, offline. FILE is the receipt's file, or a file with what its QR code says; or somebody's proof
of what they told.
--keys names a file with verifier keys, one to a line, as https://…/log/<agency>/key gives them; --key gives one.
Without either, the keys are made from this installation's own secrets (LANYARD_DATA, LANYARD_SECRET_FILE, LANYARD_URL).
Exit code 0: it holds. 1: it does not. 2: it could not be said.`

/** What came of a proof of what somebody told. */
type Told = ProofCheck & { readonly kind: 'told' }

function toldInWords(check: Told): string[] {
  const { title, says } = proofWords(check)
  return [`${title}.`, says]
}

function inWords(check: ReceiptCheck): string[] {
  if (check.result === 'unknown-log')
    return [`It cannot be said whether this receipt holds: no key of the log ${check.origin} was given.`]
  if (check.result !== 'holds') return ['This receipt does not hold.', whyNot[check.result]]
  const { leaf, origin, index, size, witnesses, content } = check
  return [
    'This receipt holds.',
    `On the record since ${inFull(new Date(leaf.at))}: ${eventWords(leaf.event)}.`,
    `Number ${index + 1} of ${size} in the log ${origin}.`,
    witnesses.length > 0
      ? `Witnessed by ${witnesses.map(one => `${one.name}, ${inFull(one.at)}`).join('; ')}.`
      : 'No witness you gave a key of has cosigned it: it rests on the log’s own word alone.',
    ...(content.shown ? [`Its content, as it was recorded: ${JSON.stringify(content.value)}`] : []),
  ]
}

verifies<ReceiptCheck | Told>({
  usage,
  named: text => (isProof(text) ? { origin: namedOnProof(text), signers: [] } : namesOnReceipt(text)),
  check: (text, trusted) =>
    isProof(text) ? { ...checkProof(text, trusted.logs), kind: 'told' } : checkReceipt(text, trusted),
  inWords: check => ('kind' in check ? toldInWords(check) : inWords(check)),
})
