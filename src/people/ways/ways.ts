/** How somebody of a family is reached, and how they answer. */
export const ways = {
  web: {
    text: 'A link by email',
    hint: 'They read and answer on a page of their own here, after a code.',
    family: 'We email you a link. You read and answer on a page here, after a code.',
    needs: undefined,
  },
  email: {
    text: 'Email',
    hint: 'The words go to their mailbox, and they answer by email.',
    family:
      'The words come to your mailbox, and you answer by email. Whoever can open your mailbox can read them.',
    needs: 'email',
  },
  text: {
    text: 'Text message',
    hint: 'The words go to their phone, and they answer by text.',
    family:
      'The words come to your phone, and you answer by text. Whoever can open your phone can read them.',
    needs: 'phone',
  },
} as const satisfies Record<string, WayWords>

interface WayWords {
  readonly text: string
  readonly hint: string
  readonly family: string
  /** What has to be entered of them, to be reached so. */
  readonly needs: 'email' | 'phone' | undefined
}

export type Way = keyof typeof ways
export const allWays = Object.keys(ways) as Way[]

/** The ways that somebody can be reached here: by the page always; otherwise as the installation has it and as is entered of them. */
export const waysOffered = (
  here: readonly Way[],
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
): readonly Way[] =>
  allWays.filter(way => {
    const { needs } = ways[way]
    return needs === undefined || (here.includes(way) && (needs === 'email' ? email : phone) !== null)
  })
