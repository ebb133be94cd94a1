import type { CastKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { openCounter, sitDown } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { hostileKey, hostileSheet, plant, type Planted } from './hostile-words.ts'

let flow: Flow
let planted: Planted
beforeAll(async () => {
  flow = await openFlow({ prepare: (town) => town.deed((deed) => loadServices(deed, services)) })
  await sitDown(flow.town, await openCounter(flow.town))
  planted = await plant(flow.town)
})
afterAll(() => flow?.close())

/** Who opens which page; every one shows words that somebody else wrote. */
const phonePages = (of: Planted): readonly (readonly [CastKey, readonly string[]])[] => [
  [
    'chen',
    [
      '/',
      '/me',
      '/me/profile',
      '/me/data',
      '/me/access',
      '/me/helpers',
      '/me/household',
      '/me/requests',
      '/me/leaving',
      '/messages',
      '/cases',
      `/cases/${of.caseId}`,
      `/cases/${of.closedCaseId}`,
      `/cases/${of.closedCaseId}/receipt`,
      '/concerns',
      `/concerns/${of.concernId}`,
      '/concerns/answered',
      '/hazards',
      `/hazards/${of.hazardId}`,
      '/mediation',
      `/mediation/${of.disputeId}`,
      '/visit',
      '/visit/slip',
      '/organs',
      `/organs/${organId(flow.town.street.id, 'provider')}`,
      '/notices',
      '/agreements',
      `/agreements/${of.agreementId}`,
      '/services/civilRelief/form',
      '/services',
      `/services/${hostileKey}`,
      `/services/${hostileKey}/may`,
      `/services/${hostileKey}/form`,
      `/services/${hostileKey}/paper`,
    ],
  ],
  ['xu', ['/', '/me/helpers', '/cases', `/cases/${of.caseId}`]],
]
const deskPages = (of: Planted): readonly (readonly [CastKey, readonly string[]])[] => [
  [
    'heMin',
    [
      '/desk',
      '/desk/cases',
      `/desk/cases/all/${of.caseId}`,
      `/desk/cases/all/${of.closedCaseId}`,
      `/desk/case/${of.caseId}/copy-sheet`,
      `/desk/case/${of.closedCaseId}/receipt`,
      `/desk/people/${flow.town.idOf('chen')}`,
      '/desk/counter',
      '/desk/appointments',
      '/desk/daily-pack',
      '/desk/hazards',
      `/desk/hazards/${of.hazardId}`,
      '/desk/shift-notes',
      '/desk/paper',
      `/desk/paper-form/${hostileKey}`,
    ],
  ],
  ['wangJun', ['/desk', '/desk/cases', `/desk/cases/all/${of.closedCaseId}`]],
  ['fangWei', ['/desk', '/desk/concerns', `/desk/concerns/mine/${of.concernId}`, `/desk/hazards/${of.hazardId}`]],
  [
    'luoYan',
    [
      '/desk',
      '/desk/ratings',
      '/desk/mediation',
      '/desk/counter-plan',
      '/desk/rechecks',
      '/desk/reports',
      '/desk/export',
      '/desk/catalogue',
      `/desk/catalogue/${hostileKey}`,
      '/desk/equity',
    ],
  ],
  [
    'officerLin',
    [
      '/desk',
      '/desk/concerns',
      `/desk/concerns/open/${of.concernId}`,
      '/desk/agreements',
      `/desk/agreements/${of.agreementId}`,
      `/desk/agreements/${of.agreementId}/edit`,
      '/desk/organs',
      `/desk/organs/${organId(flow.town.street.id, 'provider')}`,
      '/desk/leave',
      '/desk/notices',
      '/desk/support',
      '/desk/settings/texts',
    ],
  ],
  ['zhengRu', ['/desk', '/desk/data-requests']],
]

/** Watches a page for anything that ran or wanted to: a call of `hit`, a dialog, an inline script the policy stopped. */
async function watched(page: Page): Promise<() => Promise<readonly string[]>> {
  const seen: string[] = []
  await page.context().exposeFunction('hit', (which: unknown) => void seen.push(`ran: ${String(which)}`))
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) seen.push(message.text())
  })
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`))
  return async () => {
    const markup = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(
            ({ name, value }) =>
              /^on/i.test(name) || (/^(href|src|action|data|srcdoc)$/i.test(name) && /^\s*(javascript|data:text)/i.test(value)),
          )
          .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 60)}`),
      ),
    )
    return [...seen.splice(0), ...markup]
  }
}

/** Opens a page, lets it draw, and looks at it again as a printer would. @returns how many payloads it showed as words. */
async function visit(page: Page, path: string, findings: () => Promise<readonly string[]>): Promise<number> {
  await page.goto(path)
  await page.locator('main, h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.waitForTimeout(150)
  expect(await findings(), path).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('[tabindex], button, a, input').forEach((element) => element.focus()))
  expect(await findings(), `${path}, printed`).toEqual([])
  await page.emulateMedia({ media: null })
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value)
    return [document.body.innerText, ...fields].join('\n').split('hit(').length - 1
  })
}

test('whatever a resident, a clerk or an office writes stays words on every page that shows it', async () => {
  const shown = new Map<string, number>()
  const walk = async (door: 'phone' | 'desk', pages: ReturnType<typeof phonePages>): Promise<void> => {
    for (const [as, paths] of pages) {
      const page = await flow[door]({ as })
      const findings = await watched(page)
      for (const path of paths) shown.set(`${as} ${path}`, await visit(page, path, findings))
      await page.context().close()
    }
  }
  await Promise.all([walk('phone', phonePages(planted)), walk('desk', deskPages(planted))])
  const hall = await flow.desk()
  shown.set('hall', await visit(hall, '/hall/windows', await watched(hall)))
  await hall.context().close()
  const code = await flow.phone()
  const findings = await watched(code)
  for (const path of ['/', '/hazards', '/concerns/answered', '/status', `/mediation/answer#${planted.code}`])
    shown.set(`anonymous ${path}`, await visit(code, path, findings))
  await code.context().close()
  // Pages without a payload would prove nothing: most of them do show words somebody wrote.
  const telling = [...shown].filter(([, count]) => count > 0).map(([path]) => path)
  expect(telling.length, [...shown].map(([path, count]) => `${path} ${count}`).join('\n')).toBeGreaterThan(50)
}, 300_000)

test('a sheet whose file name, columns and cells are payloads stays words while it is read, refused and matched', async () => {
  const page = await flow.desk({ as: 'luoYan' })
  const findings = await watched(page)
  const [image, svg] = ['<img src=x onerror=hit(41)>', '"><svg onload=hit(42)>']
  const hand = async (path: string, button: string, buffer: Buffer): Promise<void> => {
    await page.goto(path)
    await page.locator('input[type=file]').setInputFiles({ name: `${image}.xlsx`, mimeType: 'application/octet-stream', buffer })
    await page.getByText(image).first().waitFor()
    expect(await findings(), `${path}, chosen`).toEqual([])
    await page.getByRole('button', { name: button, exact: true }).click()
  }
  await hand('/desk/reports', '上传表样', await hostileSheet(['数'], [`{{${svg}}}`]))
  await page.getByText(svg).first().waitFor()
  expect(await findings(), 'a name that is not known').toEqual([])
  await hand('/desk/import', '读表', await hostileSheet(['姓名', '手机号', svg], [image, '19900000077', svg], [svg, image, svg]))
  await page.getByText('读到 2 行').waitFor()
  await page
    .getByLabel(/姓名/)
    .first()
    .waitFor()
  expect(await findings(), 'columns').toEqual([])
  await page.getByRole('button', { name: '检查每一行' }).click()
  await page.getByRole('button', { name: '再检查一遍' }).waitFor()
  expect(await findings(), 'rows').toEqual([])
  await page.context().close()
})

test('the control: a payload that does get into a page is noticed', async () => {
  const page = await flow.phone()
  const findings = await watched(page)
  await visit(page, '/', findings)
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=hit(0)><a href="javascript:hit(1)">x</a>'))
  await page.waitForTimeout(150)
  const found = await findings()
  expect(found.join(' ')).toMatch(/onerror=hit\(0\)/)
  expect(found.join(' ')).toMatch(/href=javascript:hit\(1\)/)
  expect(found.join(' ')).toMatch(/Content Security Policy/)
})
