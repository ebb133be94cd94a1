import { randomUUID } from 'node:crypto'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { fileCase, readMyCase } from '@ronghe/contract/station/cases.ts'
import { readDocument, uploadDocument } from '@ronghe/contract/station/documents.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { libraryCard } from '@ronghe/demo/services/library-card.ts'
import type { CaseService } from '@ronghe/forms'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Town } from '../../platform/database/testing.ts'
import { loadServices } from './services-editing.ts'
import { openStation } from './testing.ts'

const signedCard: CaseService = {
  ...libraryCard,
  key: 'signedCard',
  related: [],
  form: {
    id: 'signedCard',
    version: 1,
    pages: [
      { id: 'promise', title: { 'zh-CN': '请签个名' }, fields: [{ id: 'signed', kind: 'signature', required: true }] },
      {
        id: 'shelves',
        title: { 'zh-CN': '拍一下书架' },
        repeat: { least: 0, most: 3, itemTitle: { 'zh-CN': '书架' } },
        fields: [{ id: 'shelf', kind: 'file', label: { 'zh-CN': '照片' }, accept: ['image'], most: 2 }],
      },
    ],
  },
}

let town: Town
beforeAll(async () => {
  town = await openStation()
  await town.deed((deed) => loadServices(deed, [signedCard]))
})
afterAll(() => town?.close())

async function upload(who: CastKey): Promise<string> {
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const payload = Buffer.concat([
    Buffer.from('--seam\r\ncontent-disposition: form-data; name="file"; filename="signature.png"\r\ncontent-type: image/png\r\n\r\n'),
    picture,
    Buffer.from('\r\n--seam--\r\n'),
  ])
  const headers = { 'content-type': 'multipart/form-data; boundary=seam' }
  const { body } = await town.as(who).raw(uploadDocument, { headers, payload })
  return (JSON.parse(body) as { id: string }).id
}
const filing = (answers: Record<string, unknown>) => ({ id: randomUUID(), service: 'signedCard', version: 1, answers })

test('a drawn signature and a picture among the answers belong to the case: its clerk sees them, a stranger does not, a night does not take them', async () => {
  const [image, shelf] = [await upload('chen'), await upload('chen')]
  const answers = {
    signed: { name: '陈国强', how: 'drawn', image },
    shelves: [{ shelf: [{ file: shelf, name: 'shelf.png', type: 'image/png', size: 90 }] }],
  }
  const { id } = await town.as('chen').call(fileCase, { body: filing(answers) })
  town.at('2026-11-25T03:00:00+08:00')
  await town.drain(['station.cases.forget'])
  const mine = await town.as('chen').call(readMyCase, { params: { caseId: id } })
  expect(mine.answers.map(({ field, files }) => [field, files.map((one) => one.id)])).toEqual([
    ['signed', [image]],
    ['shelves.0.shelf', [shelf]],
  ])
  const desk = await town.as('heMin').call(readCase, { params: { caseId: id } })
  expect(desk.answers.find(({ field }) => field === 'signed')?.files).toMatchObject([{ id: image }])
  const read = async (who: CastKey) => (await town.as(who).raw(readDocument, { params: { fileId: image } })).status
  expect([await read('chen'), await read('heMin'), await read('auntHuang')]).toEqual([200, 200, 404])
})

test('somebody else’s drawing, or one that is not there, signs nothing: nothing is filed', async () => {
  const theirs = await upload('liuFang')
  for (const image of [theirs, randomUUID(), '../../etc/passwd']) {
    const body = filing({ signed: { name: '陈国强', how: 'drawn', image } })
    expect(await town.as('chen').refused(fileCase, { body })).toMatchObject({ code: 'no-file' })
    expect(await town.rows('select 1 from service_case where id = $1', [body.id])).toEqual([])
  }
})
