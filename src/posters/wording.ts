import type { Content, Group, Point } from './content/content.ts'

/** How an organisation words a poster otherwise: a title of its own; points left out, said otherwise, or added. */
export interface Wording {
  readonly title?: string
  readonly leftOut: readonly string[]
  /** Point by point, by its name: `do-not.own`. */
  readonly otherwise: Readonly<Record<string, string>>
  /** Points of their own, at the end of a group, by its name. */
  readonly added: Readonly<Record<string, readonly string[]>>
}

export const ourWording: Wording = { leftOut: [], otherwise: {}, added: {} }

/** How a point is named on forms and in a wording. */
export const nameOf = (group: Pick<Group, 'id'>, point: Pick<Point, 'id'>): string => `${group.id}.${point.id}`

/** A poster's content as the organisation words it. What it cites, whom it names and 999 are not for rewording. */
export const worded = (content: Content, wording: Wording): Content => ({
  ...content,
  title: wording.title ?? content.title,
  groups: content.groups
    .map((group): Group => {
      if (group.kind === 'tell') return group
      const kept = group.points
        .filter(point => !wording.leftOut.includes(nameOf(group, point)))
        .map(point => ({ ...point, says: wording.otherwise[nameOf(group, point)] ?? point.says }))
      const added = (wording.added[group.id] ?? []).map((words, at): Point => ({ id: `own-${at}`, says: words, cites: [] }))
      return { ...group, points: [...kept, ...added] }
    })
    .filter(group => group.kind === 'tell' || group.points.length > 0),
})
