/**
 * What somebody texts so as to be sent no more, and to be sent texts again. Carriers and text services stop at more words,
 * CANCEL, END and QUIT among them. Here a person answers a person, and *Cancel* is what a parent answers to *Shall we cancel
 * Thursday?*: only what can be nothing else ends texts, and only when it is all that was said.
 */
const stops = new Set(['stop', 'stopall', 'stop all', 'stop texts', 'unsubscribe', 'optout', 'opt out'])
const starts = new Set(['start', 'unstop', 'start texts'])

/** What a text asks of us, whatever is done with its words. */
export function askedBy(words: string): 'stop' | 'start' | undefined {
  const bare = words
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  if (words.trim().length > 30) return undefined
  if (stops.has(bare)) return 'stop'
  return starts.has(bare) ? 'start' : undefined
}
