import { expect, test } from 'vitest'
import { whereNext } from './where-next.ts'

test('after signing in one returns to the page that asked for it, with its question', () => {
  expect(whereNext('/me/consents')).toEqual({ to: '/me/consents', search: {} })
  expect(whereNext('/services?by=need')).toEqual({ to: '/services', search: { by: 'need' } })
})

test('nobody is led to another site or in a circle', () => {
  for (const trap of [
    'https://elsewhere.test',
    '//elsewhere.test',
    '/\\elsewhere.test',
    '/sign-in?next=/',
    '/second-factor',
    undefined,
    '',
  ])
    expect(whereNext(trap).to).toBe('/')
})
