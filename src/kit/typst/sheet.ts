/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A document to be typeset. */
export interface Sheet {
  /**
   * Typst source, written by us. No text of anybody’s is ever put into it: that comes as `data`, which the source finds
   * under that name. Typefaces, language and the document’s title are set before it begins.
   */
  readonly source: string
  /** What the source shows. Every string in it is shown as it is: nothing in it is read as Typst. */
  readonly data: Json
  /** Pictures the source may read, by name: `image("/logo.png", alt: …)`. PNG, JPEG, WebP or SVG by their ending. */
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** What the file says of itself. */
  readonly about: {
    readonly title: string
    /** The organisation. */
    readonly author: string
    /** The day of the document. Without one the file has none; either way the same sheet makes the same bytes. */
    readonly date?: Date
    /** A BCP 47 language with an optional region; en-GB unless said. Text runs the way of the language. */
    readonly language?: string
  }
}
