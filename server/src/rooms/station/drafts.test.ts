import { randomUUID } from 'node:crypto'
import { readDocument } from '@ronghe/contract/station/documents.ts'
import { askForMissing, acceptCase } from '@ronghe/contract/station/cases-steps.ts'
import { fileCase, readMyCase, supplementCase } from '@ronghe/contract/station/cases.ts'
import { dropDraft, keepDraftFile, readDraft, saveDraft } from '@ronghe/contract/station/forms.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Town } from '../../platform/database/testing.ts'
import { forgetOld } from '../../platform/privacy/forget-old.ts'
import { forgetOldCases } from './case-retention.ts'
import { stationKeeper } from './station.keeper.ts'
import { eventsOf, file, openStation } from './testing.ts'

let town: Town
let picture: Buffer
beforeAll(async () => {
  town = await openStation()
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a6' } })
    .png()
    .toBuffer()
})
afterAll(() => town.close())

const params = { key: 'residencePermit' }
const photo = (fileId: string) => ({ file: fileId, name: 'contract.png', type: 'image/png', size: 100 })
type Saved = BodyOf<typeof saveDraft>
const draftWith = (more: Partial<Saved> & Pick<Saved, 'caseId'>): Saved => ({
  edit: 0,
  version: 1,
  answers: { since: '2026-03' },
  ticked: {},
  documents: [],
  papers: {},
  forPerson: null,
  times: {},
  aside: [],
  ...more,
})
const save = (who: CastKey, body: Saved) => town.as(who).call(saveDraft, { params, body })
const boundary = 'x-drafts-test'
const send = (who: CastKey, fileId: string) =>
  town.as(who).raw(keepDraftFile, {
    params: { ...params, fileId },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`),
      picture,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
const upload = async (who: CastKey, fileId: string): Promise<void> => {
  const { status, body } = await send(who, fileId)
  expect(status, body).toBe(200)
}
const refusedUpload = async (who: CastKey, fileId: string) => JSON.parse((await send(who, fileId)).body) as { status: number; code: string }
const filesLeft = async (): Promise<number> =>
  Number((await town.rows<{ count: string }>(`select count(*) from stored_file where attached_id is null`))[0]!.count)

describe('photos and signatures of a form not yet filed', () => {
  test('lie with the draft, for the person alone, and are there on another device', async () => {
    const [fileId, caseId] = [randomUUID(), randomUUID()]
    await save('chen', draftWith({ caseId, documents: [{ need: 'jobProof', ...photo(fileId) }] }))
    expect((await town.as('chen').call(readDraft, { params })).draft).toMatchObject({ files: [], documents: [{ file: fileId }] })
    await upload('chen', fileId)
    await upload('chen', fileId) // the reply was lost, the phone sends it again
    expect((await town.as('chen').call(readDraft, { params })).draft).toMatchObject({ files: [fileId], documents: [{ file: fileId }] })
    expect((await town.as('chen').raw(readDocument, { params: { fileId } })).status).toBe(200)
    for (const who of ['auntHuang', 'heMin'] as const)
      expect((await town.as(who).raw(readDocument, { params: { fileId } })).status, who).toBe(404)
    expect(await filesLeft()).toBe(1)
  })

  test('are taken in for a draft of one’s own that names them, and for nothing else', async () => {
    const fileId = (await town.as('chen').call(readDraft, { params })).draft!.files[0]!
    expect(await refusedUpload('chen', randomUUID())).toMatchObject({ status: 404 })
    await save('auntHuang', draftWith({ caseId: randomUUID(), documents: [{ need: 'jobProof', ...photo(fileId) }] }))
    expect(await refusedUpload('auntHuang', fileId)).toMatchObject({
      code: 'file-id-taken',
    })
    await town.as('auntHuang').call(dropDraft, { params })
    expect(await filesLeft()).toBe(1)
  })

  test('go when no save names them any more, and all of them with the draft', async () => {
    const { draft } = await town.as('chen').call(readDraft, { params })
    const [first] = draft!.files
    const second = randomUUID()
    const signature = { name: '陈国强', how: 'drawn', image: second }
    const { kind } = await save('chen', draftWith({ caseId: draft!.caseId, edit: draft!.edit, answers: { signature } }))
    expect(kind).toBe('saved')
    expect(await town.rows('select id from stored_file where id = $1', [first])).toEqual([])
    await upload('chen', second)
    expect(await filesLeft()).toBe(1)
    await town.as('chen').call(dropDraft, { params })
    expect(await filesLeft()).toBe(0)
    expect(await town.rows('select id from case_draft_file')).toEqual([])
  })

  test('become the case’s own when it is filed, once, and what it does not name is gone', async () => {
    const [kept, left, caseId] = [randomUUID(), randomUUID(), randomUUID()]
    const documents = [kept, left].map((one) => ({ need: 'jobProof', ...photo(one) }))
    await save('chen', draftWith({ caseId, documents }))
    await upload('chen', kept)
    await upload('chen', left)
    const body = {
      id: caseId,
      service: 'residencePermit',
      version: 1,
      answers: sampleAnswers['residencePermit']!,
      documents: [{ need: 'jobProof', file: kept }],
    }
    await town.as('chen').call(fileCase, { body })
    expect((await town.as('chen').call(readDraft, { params })).draft).toBeNull()
    expect(await town.rows('select id, attached_id, delete_after from stored_file where id in ($1, $2)', [kept, left])).toEqual([
      { id: kept, attached_id: caseId, delete_after: null },
    ])
  })

  test('whose draft grew old go in the night with their bytes', async () => {
    const [fileId, caseId] = [randomUUID(), randomUUID()]
    await save('liuFang', draftWith({ caseId, documents: [{ need: 'jobProof', ...photo(fileId) }] }))
    await upload('liuFang', fileId)
    await town.deed(async (deed) => {
      await forgetOldCases({ ...deed, now: new Date(deed.now.getTime() + 80 * 86_400_000) })
      expect(await deed.tx.selectFrom('stored_file').select('id').where('id', '=', fileId).execute()).toHaveLength(1)
      const late = { ...deed, now: new Date(deed.now.getTime() + 91 * 86_400_000) }
      await forgetOld(late)
      await forgetOldCases(late)
      expect(await deed.tx.selectFrom('stored_file').select('id').where('id', '=', fileId).execute()).toEqual([])
    })
  })
})

describe('what was ticked', () => {
  test('is kept with the draft under seal, is in the person’s copy, and is no consent', async () => {
    const caseId = randomUUID()
    await save('chen', draftWith({ caseId, ticked: { externalParty: 1 }, answers: { since: '2026-04' } }))
    expect((await town.as('chen').call(readDraft, { params })).draft).toMatchObject({ ticked: { externalParty: 1 } })
    const [row] = await town.rows<{ rest_sealed: Buffer }>('select rest_sealed from case_draft where case_id = $1', [caseId])
    expect(row!.rest_sealed.toString('latin1')).not.toContain('externalParty')
    expect(await town.rows('select id from consent where purpose = $1', ['externalParty'])).toEqual([])
    const copy = await town.deed((deed) => stationKeeper.export(deed, town.idOf('chen')))
    expect(JSON.stringify(copy)).toContain('externalParty')
    await town.as('chen').call(dropDraft, { params })
  })
})

describe('a draft on two devices', () => {
  test('the one that has not seen the newest is shown it, with what waits to be picked', async () => {
    const caseId = randomUUID()
    const aside = [{ part: 'answers.since', value: '2026-01', at: '2026-11-23T02:00:00.000Z' }]
    await save('chen', draftWith({ caseId, aside, times: { 'answers.since': '2026-11-23T03:00:00.000Z' } }))
    expect(await save('chen', draftWith({ caseId, answers: { since: '2025-12' } }))).toMatchObject({
      kind: 'newer',
      draft: { edit: 1, answers: { since: '2026-03' }, aside, times: { 'answers.since': '2026-11-23T03:00:00.000Z' } },
    })
    await town.as('chen').call(dropDraft, { params })
  })

  test('whose case is filed is refused and led to the case; somebody else’s case says nothing', async () => {
    const filed = await file(town, 'chen', 'libraryCard')
    expect(
      await town.as('chen').refused(saveDraft, { params: { key: 'libraryCard' }, body: draftWith({ caseId: filed.id }) }),
    ).toMatchObject({
      status: 409,
      code: 'draft-filed',
      detail: expect.stringContaining(filed.number),
    })
    expect(
      await town.as('auntHuang').refused(saveDraft, { params: { key: 'libraryCard' }, body: draftWith({ caseId: filed.id }) }),
    ).toMatchObject({
      code: 'case-id-taken',
    })
    expect(await town.as('chen').call(readDraft, { params: { key: 'libraryCard' }, query: { caseId: filed.id } })).toMatchObject({
      draft: null,
      filed: { number: filed.number },
    })
    expect((await town.as('auntHuang').call(readDraft, { params: { key: 'libraryCard' }, query: { caseId: filed.id } })).filed).toBeNull()
    expect(await town.rows('select id from case_draft where case_id = $1', [filed.id])).toEqual([])
  })

  test('filed on both with other answers: the second is told, and the case stays as it was filed', async () => {
    const { id, number } = await file(town, 'chen', 'residencePermit')
    const answers = { ...sampleAnswers['residencePermit'], since: '2025-01' }
    expect(await town.as('chen').refused(fileCase, { body: { id, service: 'residencePermit', version: 1, answers } })).toMatchObject({
      code: 'case-filed-otherwise',
      detail: expect.stringContaining(number),
    })
  })
})

test('papers handed in from two devices: the second is told, and hands in as well once it has seen the first', async () => {
  const { id: caseId } = await file(town, 'chen', 'residencePermit')
  const at = { caseId }
  await town.as('heMin').call(acceptCase, { params: at, body: await eventsOf(town, 'heMin', caseId) })
  const ask = async (): Promise<void> => {
    const { events } = await eventsOf(town, 'heMin', caseId)
    await town.as('heMin').call(askForMissing, { params: at, body: { events, documents: ['jobProof'], words: '缺第二页。' } })
  }
  await ask()
  const known = async () => Math.max(...(await town.as('chen').call(readMyCase, { params: at })).timeline.map(({ number }) => number))
  const seen = await known()
  await town.as('chen').call(supplementCase, { params: at, body: { words: '手机上交的', documents: [], seen } })
  expect(await town.as('chen').refused(supplementCase, { params: at, body: { words: '平板上写的', documents: [], seen } })).toMatchObject({
    status: 409,
    code: 'case-supplemented-meanwhile',
  })
  const words = async () => (await town.as('chen').call(readMyCase, { params: at })).timeline.map((entry) => entry.words)
  expect(await words()).toContain('手机上交的')
  expect(await words()).not.toContain('平板上写的')
})
