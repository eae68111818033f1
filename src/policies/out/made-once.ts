/** Files that were made, by what they were made of. */
export interface MadeOnce {
  readonly get: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/**
 * Keeps files that are asked for again and again, up to so many bytes: those asked for longest ago go first. Whoever asks
 * while one is being made waits for that one. What could not be made is not kept.
 */
export function madeOnce(mostBytes: number): MadeOnce {
  const kept = new Map<string, { readonly file: Promise<Uint8Array>; bytes: number }>()
  const forget = () => {
    let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0)
    for (const [key, one] of kept) {
      if (bytes <= mostBytes) return
      bytes -= one.bytes
      kept.delete(key)
    }
  }
  return {
    get(key, make) {
      const found = kept.get(key)
      if (found) {
        kept.delete(key)
        kept.set(key, found)
        return found.file
      }
      const one = { file: make(), bytes: 0 }
      kept.set(key, one)
      one.file.then(
        file => {
          one.bytes = file.length
          forget()
        },
        () => kept.delete(key),
      )
      return one.file
    },
  }
}
