import type { Content, Group, PointGroup } from './content/content.ts'

/** How an organisation words a poster otherwise: a title of its own, and whole groups of points. */
export interface Wording {
  readonly title: string | null
  /** Group by group, by its name: all of its points, in order. One that is empty is left out. */
  readonly groups: Readonly<Record<string, readonly string[]>>
}

/** Lanyard's own wording. */
export const asItIs: Wording = { title: null, groups: {} }

export const hasPoints = (group: Group): group is PointGroup => group.kind !== 'tell'

/** What may stand in a wording: a title, at most so many points, each of at most so many letters. */
export const most = { title: 80, points: 8, letters: 200 } as const

/**
 * A poster's content as the organisation words it. What a group cites stays: when the guidance changes there, the poster
 * is looked at again, whoever's the words are. 999, and whom to tell, are not for rewording.
 */
export const worded = (content: Content, { title, groups }: Wording): Content => ({
  ...content,
  title: title ?? content.title,
  groups: content.groups
    .map((group): Group => {
      const own = groups[group.id]
      if (!hasPoints(group) || !own) return group
      const [cites, notes] = [
        group.points.flatMap(one => one.cites),
        group.points.flatMap(one => one.notes ?? []),
      ]
      return { ...group, points: own.map((says, at) => ({ id: `own-${at}`, says, cites, notes })) }
    })
    .filter(group => !hasPoints(group) || group.points.length > 0),
})
