import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** Pictures of the pages as they are passed, where RONGHE_SHOTS names a folder for them. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['RONGHE_SHOTS']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
