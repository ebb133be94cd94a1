import { expect, test } from 'vitest'
import { readMilestones } from './typed-milestones.ts'

test('each line is a day and what is reached; one that is not makes the whole unreadable', () => {
  expect(readMilestones('2026-12-20 开班\n\n 2027-06-20  半年小结 ')).toEqual([
    { dueOn: '2026-12-20', what: '开班' },
    { dueOn: '2027-06-20', what: '半年小结' },
  ])
  expect(readMilestones('开班')).toBeUndefined()
  expect(readMilestones('  ')).toBeUndefined()
})
