import type { Id } from '../../kit/ids.ts'

export type LogoId = Id<'organisation-logo'>

/** What each part of what an organisation says of itself holds. */
export interface Said {
  /** A designated person's or deputy's telephone and email, for others to see and print. */
  readonly contact: { readonly phone: string | null; readonly email: string | null }
  /** The local authority's designated officer for allegations against people who work with children. */
  readonly lado: { readonly name: string; readonly phone: string; readonly email: string | null }
  /** How the police are reached when it is no emergency. */
  readonly police: { readonly route: string }
  /** How soon the local authority's officer is told here, and whom to ring there about a child. */
  readonly outside: { readonly lado: LadoWithin; readonly children: string | null }
  /** Where the organisation's phones and cameras are got from, and who gives them out. */
  readonly equipment: { readonly where: string; readonly who: string }
  readonly colour: { readonly colour: string }
  /** The logo that stands, or null when it was taken away. The hash is its content's SHA-256 in base64. */
  readonly logo: {
    readonly logo: LogoId | null
    readonly hash: string | null
    readonly width: number
    readonly height: number
  }
  /** When families are written to: Monday first, `HH:MM` as clocks in the UK show it. No week: at all times. */
  readonly hours: {
    readonly week: readonly ({ readonly from: string; readonly to: string } | null)[] | null
    /** Days on which nobody is written to, and what they are called. */
    readonly closed: readonly { readonly day: string; readonly called: string }[]
  }
}
export type Part = keyof Said

/** How soon an organisation may say that the officer is told: never later than one working day. */
export const ladoWithins = ['one-working-day', '24-hours', '4-hours'] as const
export type LadoWithin = (typeof ladoWithins)[number]

/** What stands where nothing else was said. */
export const outsideByDefault: Said['outside'] = { lado: 'one-working-day', children: null }

/** Who may say whom we tell outside, and how soon: whoever deals with what is told, and whoever answers for them. */
export const mayChangeOutside = [
  'administrator',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
] as const

/** Who may say what the organisation says of itself. */
export const mayChangeOrganisation = ['administrator', 'senior-manager'] as const

/** The most days that an organisation may say it is closed on. */
export const mostClosed = 50

/** The most bytes of a picture that is taken for a logo. */
export const largestLogo = 5 * 1024 * 1024

/** How the police are reached when nothing else was said. */
export const policeByDefault = '101'

/** The colour of an organisation that has chosen none. */
export const colourByDefault = '#17495c'
