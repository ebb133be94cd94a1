import { listMessages } from '@ronghe/contract/people/messages.ts'
import { answerFact } from '@ronghe/contract/people/sign-in.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())
// Everybody was reached at their number on the first day.
await town.rows('update person set phone_seen_at = created_at')
const start = town.now().getTime()
const atDay = (days: number) => town.at(new Date(start + days * 86_400_000))
const stateOf = async (who: 'chen' | 'liuFang' | 'zhou') =>
  (await town.rows<{ state: string; warned_at: Date | null }>('select state, warned_at from person where id = $1', [town.idOf(who)]))[0]!

test('after twelve months without use comes a message; whoever signs in then stays, whoever does not is closed after sixty days', async () => {
  atDay(300)
  await town.drain(['people.unused.warn'])
  expect((await stateOf('chen')).warned_at).toBeNull()
  atDay(370)
  await town.drain(['people.unused.warn'])
  expect((await stateOf('chen')).warned_at).not.toBeNull()
  // A delegate holds a post: that is use enough.
  expect((await stateOf('zhou')).warned_at).toBeNull()
  expect((await town.as('chen').call(listMessages)).items[0]?.text).toContain('60 天')

  const browser = newBrowser(town)
  expect((await browser.signIn(cast.liuFang.phone)).kind).toBe('empty')
  expect((await stateOf('liuFang')).warned_at).not.toBeNull()
  await browser.call(answerFact, { body: { fact: 'name', value: '刘芳' } })
  expect((await stateOf('liuFang')).warned_at).toBeNull()

  await town.rows('delete from session where person_id = $1', [town.idOf('chen')])
  atDay(370 + 59)
  await town.drain(['people.unused.find'])
  expect((await stateOf('chen')).state).toBe('active')
  atDay(370 + 61)
  await town.drain(['people.unused.find'])
  expect((await stateOf('chen')).state).toBe('closed')
  expect((await stateOf('liuFang')).state).toBe('active')
  expect((await browser.call(whoAmI)).person?.name).toBe('刘芳')
})

test('codes, failures, replies and looks are forgotten when their time is up', async () => {
  await newBrowser(town).signIn('13400000001')
  atDay(370 + 61 + 400)
  await town.drain(['people.old.forget'])
  expect(await town.rows('select 1 from sign_in_code')).toEqual([])
  expect(await town.rows('select 1 from idempotency')).toEqual([])
})
