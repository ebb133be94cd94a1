import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { forgetStreets } from '@ronghe/server/platform/http/find-street.ts'
import { serveDoors } from '@ronghe/server/platform/http/doors.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'

/** S Street with its pages on a port of its own, and a browser in front of it. */
export interface Flow {
  readonly town: Town
  readonly url: string
  readonly browser: Browser
  /** A phone of 360 x 800; signed in as somebody when a name is given. */
  phone(options?: Visit): Promise<Page>
  /** A desk of 1440 x 900. */
  desk(options?: Visit): Promise<Page>
  close(): Promise<void>
}

export interface Visit {
  readonly as?: CastKey
  readonly language?: 'zh-CN' | 'en'
  readonly appearance?: 'normal' | 'large' | 'contrast'
}

export async function openFlow(
  options: { readonly at?: string; readonly env?: Record<string, string>; readonly prepare?: (town: Town) => Promise<void> } = {},
): Promise<Flow> {
  // A browser's clock runs; the town's must run with it, or every date on the page is off by the age of the test's Monday.
  const town = await openTown({ at: options.at ?? new Date().toISOString(), ...(options.env && { env: options.env }) })
  await options.prepare?.(town)
  await town.rows('insert into street_host (host, street_id) values ($1, $2)', ['127.0.0.1', town.street.id])
  forgetStreets(town.platform.database)
  // Where two builds go on at once, each keeps its pages in a folder of its own.
  await serveDoors(town.app, process.env['RONGHE_TEST_PAGES'])
  await town.app.fastify.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(town.app.fastify.server.address() as AddressInfo).port}`
  const browser = await launchBrowser()

  const open = async (
    width: number,
    height: number,
    mobile: boolean,
    { as, language = 'zh-CN', appearance = 'normal' }: Visit,
  ): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height },
      isMobile: mobile,
      hasTouch: mobile,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      baseURL: url,
    })
    await context.addInitScript(
      ({ words, look }) => {
        localStorage.setItem('ronghe.language', words)
        localStorage.setItem('ronghe.appearance', look)
      },
      { words: language, look: appearance },
    )
    if (as) await signIn(context, town, as, url)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    return page
  }
  return {
    town,
    url,
    browser,
    phone: (visit = {}) => open(360, 800, true, visit),
    desk: (visit = {}) => open(1440, 900, false, visit),
    async close() {
      await browser.close()
      await town.close()
    },
  }
}

/** Signs in by the cookie alone; the flow that is about signing in does it through the page. */
async function signIn(context: BrowserContext, town: Town, who: CastKey, url: string): Promise<void> {
  const [name, value] = (await town.as(who).cookie()).split('=')
  await context.addCookies([{ name: name!, value: value!, url, httpOnly: true, sameSite: 'Lax' }])
}

/** What axe finds against WCAG 2.2 AA; a clean page gives an empty list. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`),
  )
}

/** Nothing may stick out sideways at phone width. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
