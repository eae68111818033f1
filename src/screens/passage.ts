import type { Context } from 'hono'
import type { ComponentChildren, VNode } from 'preact'
import type { Ground, PersonActor, Reader } from '../records/index.ts'
import type { Opens } from './address.ts'
import type { Admission, Visitor } from './admit.ts'
import type { KeptForms } from './kept.ts'
import type { Content } from './screen.ts'

/** What a page is framed with. */
export interface Framed {
  readonly content: Content
  readonly actor: PersonActor | undefined
  readonly path: string
  readonly errors?: Readonly<Record<string, string | undefined>> | undefined
  readonly refusal?: ComponentChildren
  /** What was just done on the page before. */
  readonly told?: string | undefined
}

/** What the rooms give to serving: who came, what they owe first, how a page is framed, where faults are told. */
export interface Serving {
  readonly ground: Ground
  readonly visitor: (request: Request, opens: Opens) => Promise<Visitor>
  readonly kept: KeptForms
  /** The address a person must go to before anything else opens, or undefined. */
  readonly owedFirst: (reader: Reader<PersonActor>) => Promise<string | undefined>
  readonly frame: (framed: Framed) => VNode
  /** Whether people come by https: then cookies go by nothing else. */
  readonly secure: boolean
  readonly entrances: Readonly<
    Record<'sign-in' | 'second-factor' | 'choose-agency' | 'family-sign-in', string>
  >
  /** Told once for each fault, with the reference the person was shown. Never given what the person typed. */
  readonly fault: (error: unknown, reference: string, about: string) => void
}

/** One request on its way through: what every answer needs. */
export interface Passage {
  readonly serving: Serving
  readonly context: Context
  readonly url: URL
  readonly visitor: Visitor
  readonly admission: Admission
  readonly render: (framed: Omit<Framed, 'path' | 'told'>, status?: number, headers?: HeadersInit) => Response
}
