/** How documents are checked for viruses here. */
export interface Checking {
  /** Where ClamAV listens; undefined where none was set up, and nothing is checked. */
  readonly clamav: string | undefined
  /** The installation’s own, with which the key of what waits is sealed. */
  readonly secret: string
}
