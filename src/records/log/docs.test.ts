import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { toBase64 } from './base64.ts'
import { canonical } from './canonical.ts'
import { cosignatureMessage } from './cosignature.ts'
import {
  board,
  content,
  leafHashes,
  log,
  master,
  origin,
  receipt,
  root,
  salt,
  size,
  textOf,
  time,
} from './example.ts'
import { leafText } from './leaf.ts'
import { parseReceipt, receiptJson } from './receipt.ts'
import { partialTiles, tilePath } from './tiles.ts'

const block = (...lines: string[]) => `\n\`\`\`\n${lines.join('\n').trimEnd()}\n\`\`\`\n`
const tile = partialTiles(size).map(tilePath).join(', ')

/** The worked example, as docs/records.md must print it. */
const example = `
The master secret of this example is the byte ${master[0]} 32 times; nobody uses it. The log has ${size} entries; the receipt is for entry ${receipt.index}.

Content, as canonical JSON; salt, in base64; the commitment:
${block(canonical(content), toBase64(salt), receipt.leaf.commitment)}
Leaf, as it is hashed (one line, no newline at its end), and its leaf hash in base64:
${block(leafText(receipt.leaf), toBase64(leafHashes[receipt.index] as Uint8Array))}
The tiles of a tree of ${size}: \`${tile}\`, ${size * 32} bytes, the leaf hashes one after another. The root, in base64:
${block(toBase64(root))}
Verifier keys of the log (\`log ${origin}\`) and of the board (\`witness ${board.name}\`):
${block(log.vkey, board.vkey)}
What the board signs when it cosigns:
${block(cosignatureMessage(textOf(size, root), time))}
The checkpoint, signed by the log and cosigned by the board:
${block(receipt.checkpoint)}
The receipt, as a file (one line):
${block(receiptJson(receipt))}
The same receipt, as the text of a QR code (deflate may pack it differently on another machine; it unpacks to the same):
`

it('docs/records.md prints the example that the software makes', () => {
  const page = readFileSync(new URL('../../../docs/records.md', import.meta.url), 'utf8')
  const printed = page.split('<!-- worked example -->')[1] ?? ''
  // When this fails because a format changed on purpose, what stands first between the two marks is to be this text.
  expect(printed.slice(0, example.length)).toBe(example)
  // Deflate may pack the same text differently on another machine, so the QR text is read instead of compared.
  const qr = printed.slice(example.length).replaceAll('```', '').trim()
  expect(qr.startsWith('LANYARD1:')).toBe(true)
  expect(receiptJson(parseReceipt(qr))).toBe(receiptJson(receipt))
})
