import { afterAll, expect, test } from 'vitest'
import { keepers } from '../../app.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { isPersonal } from '../../platform/privacy/retention.ts'
import { peopleKeeper } from './people.keeper.ts'

const town: Town = await openTown()
afterAll(() => town.close())
const kept = [peopleKeeper, ...keepers].flatMap(({ tables }) => tables)

/** As retention names them: the branch's with their schema. */
const named = `case table_schema when 'public' then table_name else table_schema || '.' || table_name end`

test('every table with something about a person in it is one keeper’s to show, hand on and forget', async () => {
  const columns = await town.rows<{ table: string; column: string }>(
    `select ${named} as "table", column_name as "column" from information_schema.columns where table_schema in ('public', 'branch')`,
  )
  const personal = new Set(columns.filter(({ column }) => isPersonal(column)).map(({ table }) => table))
  // The note of an erasure is all that stays of one.
  expect([...personal].filter((table) => !['erasure', 'branch.erasure'].includes(table) && !kept.includes(table))).toEqual([])
})

test('no two keepers look after the same table, and none after one that is not there', async () => {
  expect(kept.filter((table, index) => kept.indexOf(table) !== index)).toEqual([])
  const tables = (
    await town.rows<{ name: string }>(`select ${named} as name from information_schema.tables where table_schema in ('public', 'branch')`)
  ).map(({ name }) => name)
  expect(kept.filter((table) => !tables.includes(table))).toEqual([])
})
