import { expect, test } from 'vitest'
import { placeOf } from './place.ts'

test('a street with its own host has its three doors at the root', () => {
  expect(placeOf('/')).toEqual({ door: 'resident', prefix: '', basepath: '/' })
  expect(placeOf('/services/residence-permit')).toEqual({ door: 'resident', prefix: '', basepath: '/' })
  expect(placeOf('/desk/cases')).toEqual({ door: 'desk', prefix: '', basepath: '/desk' })
  expect(placeOf('/hall')).toEqual({ door: 'hall', prefix: '', basepath: '/hall' })
})

test('a street named in the address has the same doors behind its name', () => {
  expect(placeOf('/s/s-jie/me')).toEqual({ door: 'resident', prefix: '/s/s-jie', basepath: '/s/s-jie' })
  expect(placeOf('/s/s-jie/desk')).toEqual({ door: 'desk', prefix: '/s/s-jie', basepath: '/s/s-jie/desk' })
})

test('a page whose name begins like a door is not that door', () => {
  expect(placeOf('/deskwork').door).toBe('resident')
  expect(placeOf('/services').prefix).toBe('')
})
