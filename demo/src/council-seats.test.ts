import { listCouncils, readCouncil } from '@ronghe/contract/council/council.ts'
import { listDraws, readDraw } from '@ronghe/contract/council/draws.ts'
import { openCouncil, type CouncilTown } from '@ronghe/server/rooms/council/testing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSeats } from './council-seats.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
  await town.deed(loadSeats)
})
afterAll(() => town.close())

test('the demo has a second council whose delegates were drawn by lot, and the draw is there to be repeated', async () => {
  const { items } = await town.anonymous.call(listCouncils)
  const other = items.find(({ id }) => id !== town.councilId)!
  const page = await town.anonymous.call(readCouncil, { params: { councilId: other.id } })
  expect(page.parity).toMatchObject({ newcomers: 6, locals: 6, holds: true })
  expect(page.seats.filter(({ delegate }) => delegate?.way === 'substitute')).toHaveLength(2)
  const [draw] = (await town.anonymous.call(listDraws, { params: { councilId: other.id } })).items
  expect(await town.anonymous.call(readDraw, { params: { drawId: draw!.id } })).toMatchObject({ state: 'finished', drawn: { by: 'seed' } })
  const own = await town.anonymous.call(readCouncil, { params: { councilId: town.councilId } })
  expect(own.seats.filter(({ delegate }) => delegate?.deputy)).toHaveLength(2)
  expect(own.seats.every(({ delegate }) => delegate?.oathOn)).toBe(true)
})
