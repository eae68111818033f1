import type { Page } from 'playwright-core'
import { hiddenOn, type Person } from './person.ts'

/** Reads the version in force, answers what is asked about it, and signs, as a person does. `at` is the policy's address. */
export async function signs(who: Person, at: string): Promise<string> {
  const page = await (await who.get(`${at}/sign`)).text()
  if (page.includes(`${at}/understanding`)) await understands(who, at)
  return who.go(`${at}/sign`, {
    version: hiddenOn(page, 'version') || (await versionOf(who, at)),
    agree: 'yes',
  })
}

const versionOf = async (who: Person, at: string): Promise<string> =>
  hiddenOn(await (await who.get(`${at}/sign`)).text(), 'version')

/** Each question of a page with the values of its answers; what is right already has none. */
const questionsOn = (html: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const [tag] of html.matchAll(/<input[^>]*type="radio"[^>]*>/g)) {
    const [name = '', value = ''] = [/name="([^"]*)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1]]
    found.set(name, [...(found.get(name) ?? []), value])
  }
  return found
}
const keptOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  )

/** Answers the questions by reading on: whatever is not right is answered anew, another way. Says how many tries it took. */
export async function understands(who: Person, at: string): Promise<number> {
  let html = await (await who.get(`${at}/understanding`)).text()
  for (let tries = 1; tries < 10; tries++) {
    const chosen = [...questionsOn(html)].map(([name, values]) => [
      name,
      values[tries - 1] ?? values[0] ?? '',
    ])
    const answer = await who.post(`${at}/understanding`, { ...keptOn(html), ...Object.fromEntries(chosen) })
    if (answer.status === 303) return tries
    html = await answer.text()
  }
  throw new Error('the questions could not be answered')
}

/** The same in a browser: from the page to read, through the questions, to the page to sign. */
export async function understandsOnPage(page: Page, look: (name: string) => Promise<void> = async () => {}) {
  const goOn = page.getByRole('button', { name: 'I have read it: go on' })
  if ((await goOn.count()) === 0) return
  await goOn.click()
  await look('questions')
  for (let tries = 0; (await page.getByRole('radio').count()) > 0; tries++) {
    if (tries > 9) throw new Error('the questions could not be answered')
    const names = await page
      .getByRole('radio')
      .evaluateAll(all => [...new Set(all.map(one => one.getAttribute('name') ?? ''))])
    for (const name of names) {
      const choices = page.locator(`input[type=radio][name=${name}]`)
      await choices.nth(Math.min(tries, (await choices.count()) - 1)).check()
    }
    await page.getByRole('button', { name: /^(Go on|Answer again)$/ }).click()
    await page.waitForLoadState()
    await look(`questions-${tries + 1}`)
  }
}
