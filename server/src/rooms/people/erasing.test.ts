import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { giveConsent } from '@ronghe/contract/people/consents.ts'
import { askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { openPerson, registerPerson } from '@ronghe/contract/people/desk.ts'
import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { inviteToHousehold } from '@ronghe/contract/people/households.ts'
import { leave, readLeaving } from '@ronghe/contract/people/leaving.ts'
import { chooseMessages } from '@ronghe/contract/people/messages.ts'
import { chooseGroup, correctMyData, exportMyData, readMyDataPage } from '@ronghe/contract/people/my-data.ts'
import { requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import { giveProxy } from '@ronghe/contract/people/proxies.ts'
import { askAttestation } from '@ronghe/contract/people/residence.ts'
import { enrolAuthenticator } from '@ronghe/contract/people/second-factor.ts'
import { raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { createAccount, setPin } from '@ronghe/contract/people/sign-in.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import { afterAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { erasers } from '../../app.ts'
import { newBrowser } from './testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())

const canary = '金丝雀七七'
const latin = 'canary77'
const phone = '13877770000'

async function newcomerWithEverything() {
  const browser = newBrowser(town)
  const reply = await browser.signIn(phone)
  if (reply.kind !== 'new') throw new Error(reply.kind)
  const made = await browser.call(createAccount, { body: { ticket: reply.ticket, name: `${canary}名` } })
  if (made.kind !== 'open') throw new Error(made.kind)
  const { personId } = made
  await browser.call(correctMyData, {
    body: {
      homeCounty: `${canary}县`,
      dialects: [`${canary}话`],
      address: `${canary}巷 7 号`,
      communityId: communityId(town.street.id, 'hebian'),
    },
  })
  await browser.call(chooseGroup, { body: { choice: 'newcomer' } })
  await browser.call(giveConsent, { params: { purpose: 'photos' }, body: { version: '2026-11' } })
  await browser.call(chooseMessages, { body: { sms: true, mail: true, address: `${latin}@example.cn` } })
  await browser.call(askDataRequest, { body: { kind: 'objection', words: `${canary}的申请` } })
  await browser.call(giveProxy, { body: { name: `${canary}亲戚`, phone: cast.xu.phone, relation: 'family', scope: 'cases' } })
  await browser.call(inviteToHousehold)
  await browser.call(askAttestation, { body: { communityId: communityId(town.street.id, 'hebian') } })
  await browser.call(setPin, { body: { pin: '7070' } })
  await browser.call(raiseConcern, { body: { words: `${canary}路灯不亮`, topic: 'safety' } })
  await browser.call(enrolAuthenticator)
  const clerk = town.as('heMin')
  await clerk.call(openPerson, { params: { personId } })
  await clerk.call(startAssisting, { params: { personId }, body: { matter: `${canary}的事` } })
  await clerk.call(requestNumberChange, { params: { personId }, body: { phone: '13877770001', reason: 'new' } })
  const place = await town.platform.files.put(town.street.id, Buffer.from(canary))
  await town.deed((deed) =>
    deed.tx
      .insertInto('stored_file')
      .values({
        street_id: deed.street.id,
        id: deed.id(),
        owner_id: personId,
        purpose: 'test',
        place,
        media_type: 'image/jpeg',
        bytes: 9,
        sha256: Buffer.alloc(32),
        created_at: deed.now,
      })
      .execute(),
  )
  await town.drain()
  return { browser, personId, place }
}

/** Every row of every table, as text, in which something occurs. */
async function tablesWith(needle: string): Promise<string[]> {
  const tables = await town.rows<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
  )
  const rows = await town.rows<{ name: string }>(
    tables
      .map(({ name }) => `select '${name}' as name where exists (select from ${name} t where position($1 in t::text) > 0)`)
      .join(' union all '),
    [needle],
  )
  return rows.map(({ name }) => name).sort()
}

async function filesWith(needle: Buffer): Promise<string[]> {
  const folder = town.platform.config.data
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of names) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(needle)) found.push(entry.name)
  }
  return found
}

test('whoever leaves is gone from every table, file and log within the same minute; only an empty id and the note of the erasure stay', async () => {
  const { browser, personId, place } = await newcomerWithEverything()
  // Home county and dialects are not sealed: the search finds what it looks for while it is there.
  expect(await tablesWith(canary)).toContain('public.profile')
  expect((await tablesWith(personId)).length).toBeGreaterThan(15)

  const copy = JSON.stringify(await browser.call(exportMyData))
  for (const part of [
    `${canary}名`,
    `${canary}县`,
    `${canary}话`,
    `${canary}巷 7 号`,
    `${canary}的申请`,
    `${canary}亲戚`,
    `${latin}@example.cn`,
    `${canary}的事`,
    `${canary}路灯不亮`,
    phone,
  ])
    expect(copy).toContain(part)
  expect((await browser.call(readLeaving)).open.map(({ kind }) => kind).sort()).toEqual(['concern', 'dataRequest'])

  const started = Date.now()
  expect(await browser.call(leave, { body: { sure: true } })).toEqual({ erased: true, handedOn: 0 })
  await town.drain()
  expect(Date.now() - started).toBeLessThan(60_000)

  expect(await tablesWith(canary)).toEqual([])
  expect(await tablesWith(latin)).toEqual([])
  expect(await tablesWith(phone)).toEqual([])
  expect((await tablesWith(personId)).filter((name) => !name.startsWith('pgboss.'))).toEqual(['public.erasure', 'public.person'])
  const hash = town.platform.sealer.lookup(town.street.id, 'phone', phone).toString('hex')
  expect(await tablesWith(hash)).toEqual([])
  const [row] = await town.rows<{ name_sealed: Buffer; name_tokens: string[]; state: string }>('select * from person where id = $1', [
    personId,
  ])
  expect(row).toMatchObject({ name_tokens: [], state: 'closed', phone_sealed: null, phone_hash: null, pin_hash: null })
  expect(
    town.platform.sealer.open({ street: town.street.id, table: 'person', column: 'name_sealed', row: personId }, row!.name_sealed),
  ).toBe('')

  expect(await town.platform.files.get(town.street.id, place)).toBeUndefined()
  expect(await filesWith(Buffer.from(canary))).toEqual([])
  expect(await filesWith(Buffer.from(personId))).toEqual(['erasures.log'])
  expect(town.logged.join('\n')).not.toMatch(new RegExp(`${canary}|${latin}|${phone}`))
  expect((await browser.call(whoAmI)).person).toBeNull()
})

test('the number is free again, and makes a new account', async () => {
  expect((await newBrowser(town).signIn(phone)).kind).toBe('new')
})

test('a restored backup forgets again with the same rules, and forgetting twice changes nothing', async () => {
  const { id } = await town.as('heMin').call(registerPerson, { body: { name: `${canary}二`, phone: '13877770002' } })
  await town.deed((deed) => erasers['person']!(deed, id))
  await town.deed((deed) => erasers['person']!(deed, id))
  expect(await tablesWith(town.platform.sealer.lookup(town.street.id, 'phone', '13877770002').toString('hex'))).toEqual([])
  expect((await town.as('heMin').refused(registerPerson, { body: { name: '' } })).errors).toMatchObject([{ path: 'name' }])
})

test('the page of one’s own data has no script in it, whatever was typed', async () => {
  const visitor = town.as('smith')
  await visitor.call(correctMyData, { body: { name: '<script>alert(1)</script>', address: '"><img src=x onerror=alert(1)>' } })
  const { body, headers } = await visitor.raw(readMyDataPage)
  expect(headers['content-type']).toContain('text/html')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(body).toContain('&lt;script&gt;')
  expect(body).not.toMatch(/<script|<img/)
})

test('a clerk acting for somebody can neither export their data nor close their account', async () => {
  const browser = newBrowser(town)
  await browser.signIn(cast.heMin.phone)
  await town.deed((deed) =>
    deed.tx.updateTable('session').set({ second_factor_at: deed.now }).where('person_id', '=', town.idOf('heMin')).execute(),
  )
  await browser.call(startAssisting, { params: { personId: town.idOf('chen') }, body: { matter: '看看' } })
  expect((await browser.refused(exportMyData)).code).toBe('not-while-assisted')
  expect((await browser.refused(leave, { body: { sure: true } })).code).toBe('not-while-assisted')
})
