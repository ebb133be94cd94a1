import type { Text } from '@ronghe/contract/values.ts'
import { cityMigrationsFolder, migrate } from '@ronghe/server/platform/database/migrate.ts'
import { kyselyOf } from '@ronghe/server/platform/city/city-tables.ts'
import { handOver, signOf } from '@ronghe/server/rooms/insight/city/hand-over.ts'
import type { StreetMonths } from '@ronghe/server/rooms/insight/city/street-figures.ts'
import { figuresLike } from './city-figures.ts'

interface CityStreet {
  readonly cell: 'east' | 'west'
  readonly name: Text
  readonly people: number
  readonly square: readonly [column: number, row: number]
  /** Not heard of for three days. */
  readonly silent?: boolean
  /** Has not handed over the last month. */
  readonly late?: boolean
}

/** The made-up neighbours of S Street, in the order of the register; one is small, one late, one silent. S Street is the fourth. */
const neighbours: readonly CityStreet[] = [
  { cell: 'east', name: { 'zh-CN': '榕北街', en: 'Rongbei' }, people: 61_000, square: [1, 1] },
  { cell: 'east', name: { 'zh-CN': '石桥街', en: 'Shiqiao' }, people: 48_000, square: [2, 1] },
  { cell: 'east', name: { 'zh-CN': '河口街', en: 'Hekou' }, people: 92_000, square: [3, 1], late: true },
  { cell: 'east', name: { 'zh-CN': '纺织街', en: 'Fangzhi' }, people: 74_000, square: [2, 2] },
  { cell: 'east', name: { 'zh-CN': '东站街', en: 'Dongzhan' }, people: 105_000, square: [3, 2] },
  { cell: 'west', name: { 'zh-CN': '南埠街', en: 'Nanbu' }, people: 57_000, square: [4, 2] },
  { cell: 'west', name: { 'zh-CN': '沙洲街', en: 'Shazhou' }, people: 700, square: [1, 3] },
  { cell: 'west', name: { 'zh-CN': '旧墟街', en: 'Jiuxu' }, people: 39_000, square: [2, 3] },
  { cell: 'west', name: { 'zh-CN': '花圃街', en: 'Huapu' }, people: 66_000, square: [3, 3], silent: true },
  { cell: 'west', name: { 'zh-CN': '新涌街', en: 'Xinchong' }, people: 81_000, square: [4, 3] },
  { cell: 'west', name: { 'zh-CN': '塘尾街', en: 'Tangwei' }, people: 43_000, square: [3, 4] },
]
/** As many as the study's street has. */
const ownPeople = 88_000
const ownPlace = { order: 4, square: [1, 2] } as const
const day = 86_400_000

/**
 * A city around S Street, in a database of its own: what its neighbours would have handed over. They are made up and nobody gives a sign of
 * life for them, so what is there is there for good.
 */
export async function layDemoCity(
  cityUrl: string,
  own: { readonly street: { readonly id: string; readonly name: Text }; readonly months: StreetMonths },
  now: Date,
): Promise<void> {
  await migrate(cityUrl, undefined, undefined, cityMigrationsFolder)
  const city = kyselyOf(cityUrl)
  const forGood = new Date(now.getTime() + 36_500 * day)
  const put = async (
    street: { readonly id: string; readonly name: Text },
    at: { readonly cell: string; readonly order: number; readonly square: readonly [number, number]; readonly seen: Date },
    months: StreetMonths,
  ) => {
    await signOf({ tx: city, street, now: at.seen }, at.cell)
    await handOver({ tx: city, street, now }, at.cell, months)
    await city
      .updateTable('city_street')
      .set({ place: at.order, map_column: at.square[0], map_row: at.square[1] })
      .where('street_id', '=', street.id)
      .where('cell', '=', at.cell)
      .execute()
  }
  try {
    const months = own.months.months.slice(-13)
    await put(own.street, { cell: 'east', ...ownPlace, seen: forGood }, own.months)
    for (const [index, { cell, name, people, square, silent, late }] of neighbours.entries()) {
      const order = index + 1 >= ownPlace.order ? index + 2 : index + 1
      const id = `00000000-0000-7000-8000-00000000c${String(order).padStart(3, '0')}`
      const seen = silent ? new Date(now.getTime() - 3 * day) : forGood
      await put(
        { id, name },
        { cell, order, square, seen },
        figuresLike(own.months, name['zh-CN'], people / ownPeople, late ? months.slice(0, -1) : months),
      )
    }
  } finally {
    await city.destroy()
  }
}
