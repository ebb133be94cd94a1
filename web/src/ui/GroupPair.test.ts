import type { WhoAmI } from '@ronghe/contract/people/session.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { newQueryClient } from '../platform/queries.ts'
import { SessionProvider, sessionQuery } from '../platform/session/session.tsx'
import { GroupPair, type Share } from './GroupPair.tsx'

const street: WhoAmI = {
  street: { name: { 'zh-CN': 'S街', en: 'S Street' }, slug: 's-jie', demo: true, zone: 'Asia/Shanghai' },
  groupNames: { newcomer: { 'zh-CN': '来穗人员', en: 'Newcomers' }, local: { 'zh-CN': '本地居民', en: 'Locals' } },
  modules: { council: true, corps: true, school: true, branch: true },
  texts: {
    controllerName: { 'zh-CN': '' },
    controllerContact: { 'zh-CN': '' },
    clerkHours: { 'zh-CN': '' },
    clerkPhone: '',
    icpNumber: '',
    policeNumber: '',
  },
  language: 'zh-CN',
  person: null,
}
const share: Share = { share: 0.78, low: 0.72, high: 0.83, count: 244, of: 312 }

function shown(newcomer: Share, local: Share, unstated?: Share): string {
  const client = newQueryClient()
  client.setQueryData(sessionQuery.queryKey, street)
  const pair = createElement(GroupPair, { label: '同意', newcomer, local, ...(unstated !== undefined && { unstated }) })
  const session = createElement(SessionProvider, { waiting: 'waiting', failed: () => 'failed' }, pair)
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, session))
}

const words = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('both groups stand in the same order under the names the street gives them, with interval and counts', () => {
  expect(words(shown(share, { share: 0.91, low: 0.86, high: 0.94, count: 273, of: 300 }))).toBe(
    ' 来穗人员 78% 72–83% · 312 人里 244 人 本地居民 91% 86–94% · 300 人里 273 人 横线表示把握有多大 ',
  )
})

test('a group that is too small is said to be so, and no part of its figure is in the page', () => {
  const markup = shown(null, share)
  expect(words(markup)).toContain('来穗人员 人数太少，不显示 本地居民 78%')
  expect(markup.match(/aria-hidden="true"><span/g)).toHaveLength(1)
})

test('those who would rather not say are a third row, never part of either', () => {
  expect(words(shown(share, share, null))).toContain('没说是哪边 人数太少，不显示')
})
