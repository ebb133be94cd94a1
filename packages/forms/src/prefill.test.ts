import { expect, test } from 'vitest'
import { prefill } from './prefill.ts'
import { permit } from './sample-form.test-data.ts'

const known = { name: '陈师傅', phone: '13800000001', community: 'songbai' }

test('name, phone and community are filled in, and nothing that is not known', () => {
  expect(prefill(permit, known)).toEqual({ applicant: { name: '陈师傅', phone: '13800000001' }, home: { community: 'songbai' } })
  expect(prefill(permit, {})).toEqual({})
})

test('what the person wrote wins over what was known', () => {
  expect(prefill(permit, known, { applicant: { name: '陈大明' }, since: '2025-03' })).toMatchObject({
    applicant: { name: '陈大明' },
    since: '2025-03',
  })
})

test('where no door number is asked, none is filled in', () => {
  const form = {
    id: 'lamp',
    version: 1,
    pages: [
      {
        id: 'where',
        title: { 'zh-CN': '在哪里？' },
        fields: [{ id: 'place', kind: 'address' as const, coarse: true, known: 'address' as const }],
      },
    ],
  }
  expect(prefill(form, { address: { community: 'songbai', lane: '5', detail: '402' } })).toEqual({
    place: { community: 'songbai', lane: '5' },
  })
})
