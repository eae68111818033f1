/** A Message-ID as it may stand in a header of ours: none that is too long, or holds what could end the line. */
const shape = /<[!-;=?-~]{1,200}>/

/** The Message-ID in a text: a header, or what an arrival is known by. */
export const messageIdIn = (text: string): string | undefined => shape.exec(text.slice(0, 2000))?.[0]
