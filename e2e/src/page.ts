import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { axeFindings, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

export const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Nothing for axe to find, nothing that sticks out at 360 px; a picture where pictures are wanted. */
export async function isFit(page: Page, where: string): Promise<void> {
  await shoot(page, where.replaceAll(' ', '-'))
  expect(await axeFindings(page), where).toEqual([])
  expect(await sidewaysOverflow(page), where).toBe(0)
}

/** A picture with something in it, drawn by the browser itself. */
export async function photograph(page: Page): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 400
    canvas.height = 300
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#3a6'
    pen.fillRect(0, 0, 400, 300)
    pen.fillStyle = '#fff'
    pen.fillRect(40, 40, 120, 60)
    return canvas.toDataURL('image/png').split(',')[1]!
  })
  return { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(data, 'base64') }
}

/** Presses a key of the console once the console offers it: what others did meanwhile may still be on its way to the page. */
export async function pressOffered(page: Page, key: string): Promise<void> {
  await page
    .locator('kbd', { hasText: new RegExp(`^${key.toUpperCase()}$`) })
    .first()
    .waitFor()
  await page.keyboard.press(key)
}
