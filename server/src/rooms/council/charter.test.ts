import { articleKeys, Charter } from '@ronghe/contract/council/charter.ts'
import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { charterInForce, cited } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'
import { locals, newcomers, openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())

test.each(Object.entries(charterVariants))(
  'the charter %s has every article once, in order, and no number it does not hold',
  (_, charter) => {
    expect(Charter.parse(charter).articles.map(({ key }) => key)).toEqual(articleKeys)
    for (const { prose } of charter.articles)
      for (const text of Object.values(prose))
        for (const [, key, name] of text.matchAll(/\{(\w+)\.(\w+)\}/g))
          expect(Object.keys(charter.parameters[key as keyof typeof charter.parameters])).toContain(name)
  },
)

test('the council of S Street has a chair and six delegates on each bench, and a refusal names the article', async () => {
  await town.deed(async (deed) => {
    const delegates = await delegatesInOffice(deed, town.councilId)
    expect(delegates.filter(({ bench }) => bench === null).map(({ personId }) => personId)).toEqual([town.idOf('liang')])
    expect(delegates.filter(({ bench }) => bench === 'newcomers').map(({ personId }) => personId)).toEqual(newcomers.map(town.idOf))
    expect(delegates.filter(({ bench }) => bench === 'locals').map(({ personId }) => personId)).toEqual(locals.map(town.idOf))
    expect((await charterInForce(deed, town.councilId)).number).toBe(1)
    expect(await cited(deed, town.councilId, 'quorum')).toEqual({
      article: '《章程》第8条（法定人数）',
      articleAt: `/council/${town.councilId}/charter#quorum`,
    })
  })
})
