import { randomUUID } from 'node:crypto'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { fileCase } from '@ronghe/contract/station/cases.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'
import type { Deed } from '../../platform/deed.ts'
import { loadServices } from './services-editing.ts'

/** S Street with its catalogue and the agreement with Honghu in force. */
export async function openStation(options: Parameters<typeof openTown>[0] = {}): Promise<Town> {
  const town = await openTown(options)
  for (const street of [town.street, town.otherStreet]) await town.deed((deed) => loadStation(deed, '2026-12-31'), { street })
  return town
}

/** The catalogue, and the agreement with Honghu that one of its services rests on, to its last day. */
export async function loadStation(deed: Deed, lastDay: string): Promise<void> {
  await loadServices(deed, services)
  await deed.tx
    .insertInto('agreement')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      key: 'honghu-hospitals',
      title: JSON.stringify({ 'zh-CN': '洪湖医保合作协议' }),
      counterpart: JSON.stringify({ 'zh-CN': '洪湖市' }),
      subject: 'health',
      state: 'inForce',
      terms: JSON.stringify({ summary: { 'zh-CN': '两家医院当场结算' }, places: [] }),
      instead: JSON.stringify({ 'zh-CN': '先在国家医保平台备案，再直接结算。' }),
      owner_post: postId(deed.street.id, 'streetOfficer'),
      starts_on: '2026-01-01',
      ends_on: lastDay,
      created_at: deed.now,
    })
    .execute()
}

/** Files a service with the answers that may be filed as they stand. */
export async function file(
  town: Town,
  who: CastKey,
  service: string,
  more: Partial<BodyOf<typeof fileCase>> = {},
): Promise<ReplyOf<typeof fileCase>> {
  return town.as(who).call(fileCase, { body: { id: randomUUID(), service, version: 1, answers: sampleAnswers[service]!, ...more } })
}

/** The number of the last event, which every step names. */
export const eventsOf = async (town: Town, who: CastKey, caseId: string): Promise<{ events: number }> => ({
  events: (await town.as(who).call(readCase, { params: { caseId } })).events,
})
