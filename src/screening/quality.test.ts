import { expect, test } from 'vitest'
import { screen } from './index.ts'
import { labelledMessages, labelledOrganisation } from './labelled/index.ts'

const rulesIn = (text: string, speaker: 'worker' | 'parent' | 'child' = 'worker') =>
  screen(text, { speaker, allowed: { numbers: [], domains: [] } }).map(({ rule }) => rule)

test('of what people here write, most of what should be found is, and hardly anything besides', () => {
  let [hits, all, alarms, quiet] = [0, 0, 0, 0]
  for (const { text, by, before, spans } of labelledMessages) {
    const found = screen(text, { speaker: by, before, allowed: labelledOrganisation })
    if (spans.length === 0) {
      quiet++
      if (found.length > 0) alarms++
    }
    all += spans.length
    hits += spans.filter(({ from, to, category }) =>
      found.some(one => one.category === category && one.from < to && from < one.to),
    ).length
  }
  expect(hits / all).toBeGreaterThan(0.83)
  expect(alarms / quiet).toBeLessThan(0.025)
})

test.each(['f u c k off', 'sh1t', 'fuuuuck', 'f*ck', 'b!tch', 'you f.u.c.k', 'ѕһіt'])(
  'swearing is seen through its disguise: %s',
  text => {
    expect(rulesIn(text)).toContain('swearing')
  },
)

test.each(['I 🔫 all muslims', 'Gay people make me 🤮', 'women are 🐀'])(
  'a picture says what a word would: %s',
  text => {
    expect(rulesIn(text)).toContain('hatred')
  },
)

test('a picture stands in its finding whole', () => {
  const text = 'women are 🐀 ok'
  const [found] = screen(text, { speaker: 'child', allowed: { numbers: [], domains: [] } })
  expect(text.slice(found?.from, found?.to)).toBe('women are 🐀')
  const [alone] = screen('🖕', { speaker: 'child', allowed: { numbers: [], domains: [] } })
  expect([alone?.from, alone?.to]).toEqual([0, 2])
})

test('what another said in a report is not the writer’s own word, and a child’s telling of it is', () => {
  expect(rulesIn('The boy shouted “I will kill you” at the referee')).not.toContain('threat')
  expect(rulesIn('Callum said that he wants to die')).not.toContain('disclosure')
  expect(rulesIn('my brother said he wants to die', 'child')).toContain('disclosure')
})

test('a negation takes an asking away, and leaves an insult', () => {
  expect(rulesIn('Please don’t send me a photo')).not.toContain('pictures')
  expect(rulesIn('don’t be such an idiot')).toContain('insult')
})

test('sites of public bodies may be given by anybody', () => {
  expect(rulesIn('See www.gov.uk/school-meals or www.childline.org.uk')).toEqual([])
  expect(rulesIn('See gov.uk.example.com/sam')).toEqual(['link'])
})
