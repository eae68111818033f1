import { mkdir } from 'node:fs/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's own Chromium. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })

export const sizes = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} as const
export type Size = keyof typeof sizes

export const openContext = (
  browser: Browser,
  size: Size,
  about: { script?: boolean } = {},
): Promise<BrowserContext> =>
  browser.newContext({ ...sizes[size], javaScriptEnabled: about.script ?? true, locale: 'en-GB' })

/** All that is kept on a device of what somebody began to write, as JSON. */
export const draftsOn = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>(done => {
        const asking = indexedDB.open('lanyard drafts', 1)
        asking.onupgradeneeded = () => asking.transaction?.abort()
        asking.onerror = () => done('[]')
        asking.onsuccess = () => {
          const all = asking.result.transaction('draft').objectStore('draft').getAll()
          all.onsuccess = () => done(JSON.stringify(all.result))
        }
      }),
  )

/** Where screenshots go when LANYARD_SHOTS names a folder; nowhere otherwise. */
export async function shot(
  page: { screenshot: (about: { path: string; fullPage: boolean }) => Promise<unknown> },
  name: string,
): Promise<void> {
  const folder = process.env.LANYARD_SHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
