import { longestMessage } from '../messages/index.ts'
import { mostParts } from './rules.ts'

/**
 * What came, in pieces that a message takes, cut between paragraphs, lines or words where one is near: every character but
 * the spaces at a cut is in one of them. Undefined when it takes too many; none when there are no words in it.
 */
export function partsOf(words: string): readonly string[] | undefined {
  const parts: string[] = []
  let rest = words.trim()
  while (rest.length > longestMessage) {
    if (parts.length === mostParts) return undefined
    const at = cut(rest.slice(0, longestMessage))
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  if (rest) parts.push(rest)
  return parts.length > mostParts ? undefined : parts
}

function cut(piece: string): number {
  const near = Math.floor(piece.length / 2)
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = piece.lastIndexOf(mark)
    if (at > near) return at + mark.length
  }
  // Never through the middle of a character that takes two units.
  const last = piece.charCodeAt(piece.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? piece.length - 1 : piece.length
}
