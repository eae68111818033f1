import { expect, test } from 'vitest'
import { roles } from '../records/index.ts'
import {
  lets,
  mayWork,
  neverWithout,
  type PersonAct,
  personActions,
  type Relation,
  rolesOf,
} from './rules.ts'

const acts = Object.keys(personActions) as PersonAct[]
const relations: readonly Relation[] = [...roles, 'self', 'colleague', 'line-manager', 'works-with']
const kinds = ['staff', 'child', 'parent'] as const

test('for every act, relation and kind of person, the table alone says who may', () => {
  for (const act of acts) {
    const { about, may } = personActions[act] as { about: readonly string[]; may: readonly Relation[] }
    for (const relation of relations)
      for (const kind of kinds)
        expect([act, relation, kind, lets(act, { kind, left: false }, new Set([relation]))]).toEqual([
          act,
          relation,
          kind,
          about.includes(kind) && may.includes(relation),
        ])
  }
})

test('with somebody who has left nothing is done, and only that they left and what went to whom is seen', () => {
  const all = new Set(relations.filter(relation => relation !== 'self'))
  const left = acts.filter(act => kinds.some(kind => lets(act, { kind, left: true }, all)))
  expect(left).toEqual(['see-colleague', 'see-handover'])
})

test('nobody changes their own roles, manager or work, whatever they are', () => {
  const everything = new Set(relations)
  const self = acts.filter(act => lets(act, { kind: 'staff', left: false }, everything))
  for (const act of ['change-roles', 'change-manager', 'begin-work'] as const) expect(self).not.toContain(act)
})

test('a mere colleague sees that somebody works here, and nothing of children or of what they signed', () => {
  const colleague = new Set<Relation>(['colleague', 'worker', 'volunteer'])
  const may = acts.filter(act => kinds.some(kind => lets(act, { kind, left: false }, colleague)))
  expect(may).toEqual(['see-colleague'])
})

test('every role can be given somewhere; a board gives none that works with children', () => {
  expect([...new Set([...rolesOf.member, ...rolesOf.board])].sort()).toEqual([...roles].sort())
  expect(rolesOf.board.filter(role => mayWork.includes(role))).toEqual([])
  for (const role of neverWithout) expect(rolesOf.member).toContain(role)
})
