import { deskPosts } from '@ronghe/contract/posts.ts'
import { cast, type CastKey, posts } from '@ronghe/demo/cast.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { openCounter, sitDown } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { file } from '@ronghe/server/rooms/station/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow, type Visit } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
      await town.deed(loadProgramme)
    },
  })
  await sitDown(flow.town, await openCounter(flow.town))
  for (const service of ['residencePermit', 'leaseFiling'] as const) await file(flow.town, 'chen', service)
})
afterAll(() => flow?.close())

const staff = (Object.keys(cast) as CastKey[]).filter((who) => cast[who].posts.some((post) => deskPosts.includes(posts[post].kind)))

/** Opens every place of everybody's side bar, each address with the first who has it, and says what is wrong with the pages. */
async function lookAround(folder: string, visit: Visit): Promise<void> {
  const found: string[] = []
  const seen = new Set<string>()
  for (const who of staff) {
    const page = await flow.desk({ as: who, ...visit })
    await page.goto('/desk')
    await page.locator('main h1').first().waitFor()
    const places = await page.locator('aside nav a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    for (const address of places.filter((place) => !seen.has(place))) {
      seen.add(address)
      await page.goto(address)
      await page.locator('main h1, main h2').first().waitFor()
      await page.waitForLoadState('networkidle')
      await shoot(page, `${folder}/${address.replaceAll(/\W+/g, '-')}`)
      const outside = await sidewaysOverflow(page)
      if (outside !== 0) found.push(`${address}: sticks out by ${outside} px`)
      for (const finding of await axeFindings(page)) found.push(`${address}: ${finding}`)
    }
    await page.context().close()
  }
  expect(found).toEqual([])
  expect(seen.size).toBeGreaterThan(30)
}

// Some fifty pages each, and axe reads every one.
const patience = 300_000
test('every place of every post’s desk is fit in Chinese', { timeout: patience }, () => lookAround('desk-zh', {}))
test('every place of every post’s desk is fit in English', { timeout: patience }, () => lookAround('desk-en', { language: 'en' }))
test('every place of every post’s desk is fit in large print', { timeout: patience }, () =>
  lookAround('desk-large', { appearance: 'large' }),
)
