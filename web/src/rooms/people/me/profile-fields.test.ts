import { expect, test } from 'vitest'
import { toCorrection } from './profile-fields.ts'

const typed = {
  name: ' 陈国强 ',
  language: 'zh-CN',
  homeCounty: '',
  dialects: '洪湖话、粤语, 普通话、',
  communityId: '',
  address: ' ',
} as const

test('what is emptied is removed, and dialects may be separated as people type them', () => {
  expect(toCorrection(typed)).toEqual({
    name: '陈国强',
    language: 'zh-CN',
    homeCounty: null,
    dialects: ['洪湖话', '粤语', '普通话'],
    communityId: null,
    address: null,
  })
})
