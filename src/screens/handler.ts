import type { PersonActor } from '../records/index.ts'
import type { Address, Params } from './address.ts'
import type { Content } from './screen.ts'

/** One request, where a screen does not fit: sign-in, a family's way in, a live stream, a download, a public log. */
export interface Visit<Pattern extends string = string> {
  readonly request: Request
  readonly url: URL
  readonly params: Params<Pattern>
  /** The sign-in behind it, when there is one that the address opens to. */
  readonly actor: PersonActor | undefined
  readonly now: Date
  /** The part of the network that it comes from: for sharing turns, and never for a limit (from.ts). */
  readonly from: string
  /** The form that was sent. Empty when none was. */
  readonly form: () => Promise<FormData>
  /** A whole page. The status is 200 unless said. */
  readonly page: (
    content: Content,
    about?: { status?: number; headers?: HeadersInit; errors?: Readonly<Record<string, string | undefined>> },
  ) => Response
  /** Goes on to another address (303), with cookies when something signed in or out. */
  readonly go: (to: string, cookies?: readonly string[]) => Response
  /** The page for what is missing or not theirs to see. */
  readonly missing: () => Response
}

export interface AnyHandler {
  readonly kind: 'handler'
  readonly address: Address
  readonly get?: (visit: Visit<never>) => Promise<Response> | Response
  readonly post?: (visit: Visit<never>) => Promise<Response> | Response
}

/** Requests answered by hand. The address still says who it opens to, and that is checked before `get` or `post` runs. */
export const handler = <const Pattern extends string>(
  address: Address<Pattern>,
  answers: {
    readonly get?: (visit: Visit<Pattern>) => Promise<Response> | Response
    readonly post?: (visit: Visit<Pattern>) => Promise<Response> | Response
  },
): AnyHandler => ({ kind: 'handler', address, ...answers }) as unknown as AnyHandler
