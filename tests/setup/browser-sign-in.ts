import type { Page } from 'playwright-core'
import { type CastName, cast, demoPassword } from '../../src/demo/index.ts'
import { codeFor } from './person.ts'

/** Sets up the second step as a person does who cannot point a camera: the key, by hand, into their app. */
export async function setUpSecondStep(page: Page): Promise<void> {
  await page.getByText('I cannot point a camera at it').click()
  const key = (await page.locator('code.ly-copy').innerText()).replace(/\s/g, '')
  await page.getByLabel('The six digits').fill(codeFor(key))
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'I have kept them. Go on' }).click()
}

/** Signs one of the cast in, with their second step set up. */
export async function signInOnPage(page: Page, url: string, name: CastName): Promise<void> {
  const member: { email?: string } = cast[name]
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Work email address').fill(member.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await setUpSecondStep(page)
}
