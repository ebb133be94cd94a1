import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswers, anyForm } from './arbitrary.test-data.ts'
import { filed, permit, today } from './sample-form.test-data.ts'
import { validateForm } from './validate.ts'
import { cleanAnswers, firstPage, nextPage, previousPage, progress, visibleFields, visiblePages } from './walk.ts'

const seeded = { seed: 20261123, numRuns: 300 }

test('who has no job is not asked where they work', () => {
  expect(visiblePages(permit, { basis: 'dwelling' }, today).map((page) => page.id)).toEqual(['arrival', 'ground', 'children', 'identity'])
  expect(nextPage(permit, { basis: 'dwelling' }, today, 'ground')).toBe('children')
  expect(nextPage(permit, { basis: 'job' }, today, 'ground')).toBe('employer')
})

test('the bar says question 2 of 5, and going back leads to question 1', () => {
  expect(progress(permit, { basis: 'job' }, today, 'ground')).toEqual({ number: 2, of: 5 })
  expect(previousPage(permit, {}, today, 'ground')).toBe('arrival')
  expect(previousPage(permit, {}, today, 'arrival')).toBeUndefined()
  expect(nextPage(permit, filed, today, 'identity')).toBeUndefined()
})

test('whoever stands on a question that an answer has just hidden goes on from there', () => {
  expect(nextPage(permit, { basis: 'dwelling' }, today, 'employer')).toBe('children')
})

test('an item of a repeating page shows its own follow-up question', () => {
  const answers = { children: [{ school: true }, { school: false }] }
  expect(visibleFields(permit, 'children', answers, today, 0).map((field) => field.id)).toContain('schoolName')
  expect(visibleFields(permit, 'children', answers, today, 1).map((field) => field.id)).not.toContain('schoolName')
  expect(visibleFields(permit, 'children', answers, today, 2).map((field) => field.id)).toEqual(['nickname', 'school'])
})

describe('cleaning', () => {
  test('drops what was not asked and what an answer has hidden, with everything that hung on it', () => {
    expect(cleanAnswers(permit, { ...filed, basis: 'dwelling', party: 'x' }, today)).toEqual({
      since: '2025-03',
      basis: 'dwelling',
      children: filed.children,
      idNumber: filed.idNumber,
      applicant: filed.applicant,
      home: filed.home,
    })
  })

  test('writes names, phones and numbers one way', () => {
    const cleaned = cleanAnswers(
      permit,
      { idNumber: '110105 19491231 002x', applicant: { name: ' 陈  师傅 ', phone: '+86 138 0000 0001', secret: 1 } },
      today,
    )
    expect(cleaned).toEqual({ idNumber: '11010519491231002X', applicant: { name: '陈  师傅', phone: '13800000001' } })
  })

  test('keeps nothing of an answer that is all blank', () => {
    expect(cleanAnswers(permit, { since: '  ', home: { community: ' ', detail: '' }, children: [] }, today)).toEqual({})
  })

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (form, answers) => {
        const once = cleanAnswers(form, answers, today)
        expect(cleanAnswers(form, once, today)).toEqual(once)
      }),
      seeded,
    )
  })
})

test('from the first question the next ones always reach the end, each shown question once', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const seen: string[] = []
      for (let page = firstPage(form, answers, today); page !== undefined; page = nextPage(form, answers, today, page)) seen.push(page)
      expect(seen).toEqual(visiblePages(form, answers, today).map((page) => page.id))
    }),
    seeded,
  )
})

test('a check never mentions a question that is not shown', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const shown = new Set(
        visiblePages(form, answers, today).flatMap((page) =>
          page.repeat ? [page.id] : visibleFields(form, page.id, answers, today).map((field) => field.id),
        ),
      )
      for (const error of validateForm(form, cleanAnswers(form, answers, today), today)) expect(shown).toContain(error.path.split('.')[0])
    }),
    seeded,
  )
})
