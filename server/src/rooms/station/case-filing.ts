import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { fileCase, fileCaseAtDesk } from '@ronghe/contract/station/cases.ts'
import {
  cleanAnswers,
  documentsMissing,
  documentsNeeded,
  faultSentence,
  isRecord,
  sameParts,
  validateForm,
  type CaseService,
} from '@ronghe/forms'
import { narrowMatter } from '../../platform/auth/matter.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit, type FieldFault } from '../../platform/http/problems.ts'
import { notify } from '../../platform/notify/notify.ts'
import { groupOf } from '../people/group.ts'
import { findPerson } from '../people/persons.ts'
import { proxyScope } from '../people/proxies.ts'
import { actingPost } from '../programme/acting-post.ts'
import { attachAnswerFiles, filesIn } from './case-answer-files.ts'
import { attachFiles, markDocuments, type HandedIn } from './case-documents.ts'
import { freshCode, giveCaseNumberBack, takeCaseNumber } from './case-numbers.ts'
import { answersOf, findCase, sealCase, takeCaseStep, type Agent, type CaseRow } from './case-records.ts'
import { findPostOfKind } from './departments.ts'
import { receiptOf } from './receipts.ts'
import { dropDraftOf } from './drafts.ts'
import { getServiceVersion, whyNotOffered, type ServiceVersion } from './services.ts'
import { readOffers } from './service-offers.ts'

type Filed = ReplyOf<typeof fileCase>
/** Everything a filing is made from, whichever door it came through. */
export interface Filing {
  readonly id: string
  readonly service: string
  readonly version: number
  readonly answers: Readonly<Record<string, unknown>>
  readonly consents: readonly string[]
  readonly documents: readonly HandedIn[]
  readonly seen?: readonly string[]
  readonly person: string | null
  readonly channel: CaseRow['channel']
  readonly source?: CaseRow['source']
  readonly agent?: (Agent & { readonly kind: NonNullable<CaseRow['agent_kind']>; readonly personId: string | null }) | undefined
  readonly filedAt?: Date | undefined
  readonly ownerPost?: string | undefined
}

/** A resident files: for themselves, or for somebody who made them their proxy. */
export async function fileByResident(deed: Deed, body: BodyOf<typeof fileCase>): Promise<Filed> {
  if (deed.actor.kind !== 'person') throw forbidden()
  const { personId, session, assistantId } = deed.actor
  // A clerk at the keyboard types for the person; agreeing is still the person's own (08, Sign-in).
  if (session === 'assisted' && body.consents.length > 0) throw forbidden('not-while-assisted')
  const { forPerson, ...filing } = body
  const agent = forPerson && forPerson !== personId ? await proxyAgent(deed, forPerson, personId) : undefined
  if (agent && body.consents.length > 0) throw forbidden('case-consent-own')
  const filed = await fileNew(deed, {
    ...filing,
    person: forPerson ?? personId,
    channel: agent ? 'onBehalf' : assistantId ? 'desk' : 'phone',
    agent,
  })
  await dropDraftOf(deed, personId, body.service)
  await narrowMatter(deed, { kind: 'case', caseId: body.id })
  return filed
}

async function proxyAgent(deed: Deed, personId: string, agentId: string): Promise<Filing['agent']> {
  const scope = await proxyScope(deed, personId, agentId)
  const agent = await findPerson(deed, agentId)
  if (!scope || !agent) throw forbidden('case-no-authority')
  const given = await deed.tx
    .selectFrom('proxy')
    .select(['id', 'relation'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('agent_id', '=', agentId)
    .where('scope', '=', scope)
    .orderBy('given_at', 'desc')
    .executeTakeFirstOrThrow()
  return {
    kind: scope === 'cases' ? 'proxy' : 'handsIn',
    personId: agentId,
    name: agent.name,
    ...(agent.phone ? { phone: agent.phone } : {}),
    relation: given.relation,
    authority: `proxy ${given.id}`,
  }
}

/** A clerk files for somebody; paper keeps the time it was handed in. */
export async function fileAtDesk(deed: Deed, body: BodyOf<typeof fileCaseAtDesk>): Promise<Filed> {
  const { onBehalf, filedAt: written, accept, ...filing } = body
  const post = actingPost(deed, 'station.cases.work')
  if (!post) throw forbidden()
  if (deed.actor.kind === 'person' && body.person === deed.actor.personId) throw refused('case-own')
  if (!(await findPerson(deed, body.person))) throw notFound('person')
  if ((body.channel === 'onBehalf') !== (onBehalf !== undefined)) throw unfit([{ path: 'onBehalf', code: 'field-missing' }])
  if (onBehalf && body.consents.length > 0) throw forbidden('case-consent-own')
  const filedAt = written ? new Date(written) : undefined
  if (filedAt && body.channel !== 'paper' && body.channel !== 'homeVisit') throw unfit([{ path: 'filedAt', code: 'case-time-only-paper' }])
  if (filedAt && filedAt > deed.now) throw unfit([{ path: 'filedAt', code: 'case-time-ahead' }])
  const agent = onBehalf && { ...onBehalf, personId: null }
  const filed = await fileNew(deed, { ...filing, agent, filedAt, ownerPost: post.id })
  if (accept) {
    const row = await findCase(deed, filed.id, 'lock')
    const { definition } = await getServiceVersion(deed, body.service, body.version)
    if (row?.state === 'filed')
      await takeCaseStep(deed, row, definition as CaseService, {
        step: { kind: 'accepted' },
        byPost: post.id,
        change: { accepted_at: deed.now },
      })
  }
  return filed
}

/**
 * Files a case once. The uuid was made on the filer's device: whoever sends it again, tomorrow or fifty times at once, is given the same
 * receipt. Everything is checked before the numbers are held, so that the wait there is short.
 */
export async function fileNew(deed: Deed, filing: Filing): Promise<Filed> {
  const before = await findCase(deed, filing.id)
  if (before) return filedBefore(deed, before, filing)
  const service = await getServiceVersion(deed, filing.service, filing.version)
  const { definition } = service
  if (definition.mode !== 'case') throw refused('case-only-guide')
  await mustBeOffered(deed, service)
  const day = dayIn(deed.street.zone, filing.filedAt ?? deed.now)
  const answers = cleanAnswers(definition.form, filing.answers, day)
  const faults = validateForm(definition.form, filing.answers, day)
  if (faults.length > 0)
    throw unfit(
      faults.map((fault): FieldFault => ({
        path: `answers.${fault.path}`,
        code: 'form-answer',
        params: { sentence: faultSentence(fault, deed.language) },
      })),
    )
  const unknown = filing.consents.find((purpose) => !definition.consents.some((consent) => consent.purpose === purpose))
  if (unknown !== undefined) throw unfit([{ path: 'consents', code: 'field-choice' }])

  const owner = filing.ownerPost ?? (await firstOwner(deed))
  // As chosen by then; for the figures of equal service and nothing else.
  const group = (filing.person ? await groupOf(deed, filing.person) : null) ?? 'unstated'
  const community = await communityOf(deed, definition, answers, filing.person)
  const { code, hash } = await freshCode(deed)
  const filedAt = filing.filedAt ?? deed.now
  // From here on whoever files next waits for us.
  const number = await takeCaseNumber(deed)
  const fresh = await deed.tx
    .insertInto('service_case')
    .values({
      street_id: deed.street.id,
      id: filing.id,
      number,
      code_hash: hash,
      code_sealed: sealCase(deed, 'code_sealed', filing.id, code),
      service_id: service.serviceId,
      version_id: service.id,
      person_id: filing.person,
      agent_kind: filing.agent?.kind ?? null,
      agent_person_id: filing.agent?.personId ?? null,
      agent_sealed: filing.agent
        ? sealCase(
            deed,
            'agent_sealed',
            filing.id,
            JSON.stringify({
              name: filing.agent.name,
              phone: filing.agent.phone,
              relation: filing.agent.relation,
              authority: filing.agent.authority,
            }),
          )
        : null,
      channel: filing.channel,
      source: filing.source ?? 'own',
      community_id: community,
      group_at_filing: group,
      answers_sealed: sealCase(deed, 'answers_sealed', filing.id, JSON.stringify(answers)),
      consents: JSON.stringify(filing.consents.map((purpose) => ({ purpose, version: definition.version, at: deed.now.toISOString() }))),
      state: 'filed',
      department: definition.department,
      owner_post: owner,
      filed_at: filedAt,
      entered_at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!fresh) {
    await giveCaseNumberBack(deed)
    return filedBefore(deed, (await findCase(deed, filing.id))!, filing)
  }
  const owners = [filing.person, filing.agent?.personId ?? null]
  await attachFiles(deed, filing.id, definition, filing.documents, owners)
  await attachAnswerFiles(deed, filing.id, filesIn(definition, answers, day), owners)
  await markDocuments(
    deed,
    filing.id,
    definition,
    (filing.seen ?? []).map((need) => ({ need, state: 'seen' as const })),
    filing.ownerPost ?? null,
  )
  const { row } = await takeCaseStep(deed, fresh, definition, {
    step: { kind: 'filed' },
    at: filedAt,
    byPost: filing.ownerPost ?? null,
    details: { channel: filing.channel },
    receipt: true,
  })
  if (filing.person && filing.channel !== 'phone')
    await notify(deed, filing.person, { template: 'case-filed', link: `/cases/${filing.id}` })
  return describeFiled(deed, row, definition, answers, day)
}

async function describeFiled(
  deed: Deed,
  row: CaseRow,
  definition: CaseService,
  answers: Readonly<Record<string, unknown>>,
  day: string,
): Promise<Filed> {
  const handed = await deed.tx
    .selectFrom('case_document')
    .select(['need', 'alternative'])
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', row.id)
    .where('state', '<>', 'missing')
    .execute()
  // Whoever only hands in papers is given no way to follow the case.
  const receipt = await receiptOf(deed, row, { code: row.agent_kind !== 'handsIn' })
  const there = new Set(handed.flatMap(({ need, alternative }) => [need, ...(alternative ? [alternative] : [])]))
  return {
    id: row.id,
    number: row.number,
    queryCode: receipt.queryCode,
    receipt,
    missing: documentsMissing(documentsNeeded(definition, answers, day), there).map(({ id }) => id),
  }
}

/**
 * The same uuid again: the same receipt for the same filer, and nothing about it for anybody else. Two devices may have gone on with one
 * draft; whoever files second with other answers is told, since a receipt would say that these had been taken.
 */
async function filedBefore(deed: Deed, row: CaseRow, filing: Filing): Promise<Filed> {
  if (row.person_id !== filing.person) throw refused('case-id-taken')
  const { definition } = await getServiceVersion(deed, filing.service, filing.version)
  const day = dayIn(deed.street.zone, row.filed_at)
  if (row.state === 'filed' && differ(answersOf(deed, row), cleanAnswers((definition as CaseService).form, filing.answers, day)))
    throw refused('case-filed-otherwise', { params: { number: row.number } })
  return describeFiled(deed, row, definition as CaseService, filing.answers, day)
}

const differ = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean =>
  !sameParts({ values: one, times: {}, aside: [] }, { values: other, times: {}, aside: [] })

async function mustBeOffered(deed: Deed, service: ServiceVersion): Promise<void> {
  const why = whyNotOffered(service, await readOffers(deed))
  if (!why) return
  const sentence = why.instead ? (why.instead[deed.language] ?? why.instead['zh-CN']) : ''
  throw refused(why.why === 'retired' ? 'service-retired' : 'service-agreement-expired', {
    params: { instead: sentence },
    ...(sentence ? { instead: 'service-instead' } : {}),
  })
}

/** Who looks after a case filed from afar until a clerk takes it: the station's lead. A case is never without an owner. */
async function firstOwner(deed: Deed): Promise<string> {
  const post = (await findPostOfKind(deed, 'stationLead')) ?? (await findPostOfKind(deed, 'windowClerk'))
  if (!post) throw refused('station-unstaffed')
  return post
}

/** The community an address in the answers names, else the one in the person's profile. */
async function communityOf(
  deed: Deed,
  definition: CaseService,
  answers: Readonly<Record<string, unknown>>,
  personId: string | null,
): Promise<string | null> {
  const fields = definition.form.pages.filter(({ repeat }) => !repeat).flatMap(({ fields: asked }) => asked)
  const address = fields
    .filter(({ kind }) => kind === 'address')
    .map(({ id }) => answers[id])
    .find(isRecord)
  const named = typeof address?.['community'] === 'string' ? address['community'] : undefined
  if (named && /^[0-9a-f-]{36}$/.test(named)) {
    const known = await deed.tx
      .selectFrom('community')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('id', '=', named)
      .executeTakeFirst()
    if (known) return known.id
  }
  if (!personId) return null
  const profile = await deed.tx
    .selectFrom('profile')
    .select('community_id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return profile?.community_id ?? null
}
