import { expect, test } from 'vitest'
import { exemptionOf, exemptions } from './exemptions.ts'

test('every exemption is listed once, named by room and figure, and says why in a sentence', () => {
  expect(new Set(exemptions.map(({ figure }) => figure)).size).toBe(exemptions.length)
  for (const { figure, why } of exemptions) {
    expect(figure).toMatch(/^(people|programme|station|council|volunteers|school|branch|insight)\.[a-z][A-Za-z]+$/)
    expect(why).toMatch(/^[A-Z].{15,}\.$/)
  }
})

test('nothing about members of the branch and nothing about residents is exempt', () => {
  // Of the branch only how many dates and shifts it has, never how many people.
  expect(exemptions.flatMap(({ figure }) => (figure.startsWith('branch.') ? [figure] : []))).toEqual([
    'branch.heldAndDue',
    'branch.windowShare',
  ])
  for (const figure of ['station.casesDecided', 'insight.tiesMixed', 'people.newcomers', 'volunteers.hours'])
    expect(exemptionOf(figure)).toBeUndefined()
  expect(exemptionOf('council.rollCall')?.reason).toBe('office')
})
