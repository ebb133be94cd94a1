import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import {
  checkFile,
  downloadCertificate,
  findCertificate,
  listMyCertificates,
  openCertificate,
  readAchievement,
  readIssuer,
  readIssuerRevocations,
  readJwtKey,
  readMyCertificate,
  readRevocations,
  readStreetIssuer,
  revokeCertificate,
  verifyCertificate,
} from '@ronghe/contract/programme/certificates.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { importJWK, jwtVerify } from 'jose'
import jsigs from 'jsonld-signatures'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uuid7 } from '../../platform/codes.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { loadContext } from '../../platform/standards/open-badges/contexts.ts'
import { forgetPerson } from '../people/erasing.ts'
import { keepers } from '../../app.ts'
import { issueCertificate, type Issue } from './certificates.ts'

const site = 'https://s-street.test'
let town: Town
beforeAll(async () => {
  town = await openTown({ env: { PUBLIC_URL: site } })
})
afterAll(() => town.close())
beforeEach(() => town.at('2026-11-23T09:00:00+08:00'))

const corps = () => organId(town.street.id, 'corps')
const service = (thing: string): Issue => ({
  kind: 'service',
  personId: town.idOf('chen'),
  issuerOrganId: corps(),
  achievement: {
    key: 'service-proof',
    name: { 'zh-CN': '志愿服务记录证明', en: 'Proof of volunteering' },
    description: { 'zh-CN': '按记录出具。', en: 'As recorded.' },
    criteria: { 'zh-CN': '每一小时都有第二个人确认。', en: 'Every hour was confirmed by a second person.' },
  },
  narrative: { 'zh-CN': '三号巷夜间照明巡查', en: 'Looking after lamps in lane 3' },
  period: { from: '2026-01-01', until: '2026-11-22' },
  hours: 12.5,
  thingId: thing,
})
const issued = async (issue: Partial<Issue> = {}) =>
  (await town.deed((deed) => issueCertificate(deed, { ...service(uuid7(Date.now())), ...issue }))).id

describe('a certificate', () => {
  test('asked for twice for the same thing is one certificate; its holder is told once', async () => {
    const thing = uuid7(Date.now())
    const first = await town.deed((deed) => issueCertificate(deed, service(thing)))
    expect(await town.deed((deed) => issueCertificate(deed, service(thing)))).toEqual(first)
    const told = await town.rows('select link from message where link = $1', [`/me/certificates/${first.id}`])
    expect(told).toHaveLength(1)
  })

  test('is found by anybody under its address, without a name, hours or number; with the code on the paper all of it is there', async () => {
    const id = await issued()
    const seen = await town.anonymous.call(verifyCertificate, { params: { certificateId: id } })
    expect(seen).toMatchObject({
      state: 'valid',
      certificate: { kind: 'service', name: { en: 'Proof of volunteering' }, issuedOn: '2026-11-23', issuer: { id: corps() } },
      checks: [
        { check: 'known', ok: true },
        { check: 'signature', ok: true },
        { check: 'dates', ok: true },
        { check: 'revocation', ok: true },
      ],
    })
    const { holder } = (await town.as('chen').call(readMyCertificate, { params: { certificateId: id } })).paper
    expect(JSON.stringify(seen)).not.toContain(holder)
    expect(JSON.stringify(seen)).not.toMatch(/12\.5|2026-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    const { code, verifyPath } = await town.as('chen').call(readMyCertificate, { params: { certificateId: id } })
    expect(verifyPath).toBe(`/verify/${id}#${code}`)
    const opened = await town.anonymous.call(openCertificate, {
      params: { certificateId: id },
      body: { code: code.toLowerCase().replace('-', ' ') },
    })
    expect(opened.paper).toMatchObject({ holder, hours: 12.5, narrative: { en: 'Looking after lamps in lane 3' } })
    expect(await town.anonymous.refused(openCertificate, { params: { certificateId: id }, body: { code: '0000-0000' } })).toMatchObject({
      code: 'fields',
      errors: [{ path: 'code', code: 'certificate-code-wrong' }],
    })
  })

  test('is its holder’s alone: nobody else lists, reads or downloads it', async () => {
    const id = await issued()
    expect((await town.as('liuFang').call(listMyCertificates, {})).items).toEqual([])
    expect(await town.as('liuFang').refused(readMyCertificate, { params: { certificateId: id } })).toMatchObject({ code: 'no-certificate' })
    expect(await town.as('liuFang').refused(downloadCertificate, { params: { certificateId: id }, query: { as: 'json' } })).toMatchObject({
      code: 'no-certificate',
    })
    expect(await town.anonymous.refused(listMyCertificates, {})).toMatchObject({ code: 'sign-in-first' })
    expect((await town.as('chen').call(listMyCertificates, {})).items.map((one) => one.id)).toContain(id)
  })

  test('lies sealed: neither name nor story nor file can be read in the table', async () => {
    const id = await issued()
    const [row] = await town.rows<Record<string, unknown>>('select * from certificate where id = $1', [id])
    const text = Object.values(row!)
      .map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value)))
      .join(' ')
    expect(text).not.toMatch(/照明|identityHash|12\.5/)
  })

  test('of the Party branch there is none, and the branch is no issuer', async () => {
    await expect(issued({ issuerOrganId: organId(town.street.id, 'branch') })).rejects.toThrow('a branch issues no certificates')
    expect(await town.anonymous.refused(readIssuer, { params: { organId: organId(town.street.id, 'branch') } })).toMatchObject({
      code: 'no-organ',
    })
  })
})

describe('verified elsewhere', () => {
  const fileOf = async (id: string, as: 'json' | 'jwt') =>
    (await town.as('chen').raw(downloadCertificate, { params: { certificateId: id }, query: { as } })).body

  test.each(['service', 'course', 'commendation'] as const)(
    'a %s file is verified by other libraries with nothing but what we publish',
    async (kind) => {
      const file = JSON.parse(await fileOf(await issued({ kind }), 'json')) as { issuer: { id: string }; credentialStatus: { id: string } }
      expect(file.issuer.id).toBe(`${site}/badges/issuers/${corps()}`)
      const profile = (await town.anonymous.call(readIssuer, { params: { organId: corps() } })) as unknown as {
        id: string
        verificationMethod: { id: string }[]
      }
      const documents: Record<string, unknown> = {
        [profile.id]: profile,
        [profile.verificationMethod[0]!.id]: { '@context': 'https://w3id.org/security/multikey/v1', ...profile.verificationMethod[0] },
      }
      const { verified, error } = await jsigs.verify(file, {
        suite: new DataIntegrityProof({ cryptosuite }),
        purpose: new jsigs.purposes.AssertionProofPurpose(),
        documentLoader: async (url: string) =>
          documents[url] ? { contextUrl: null, documentUrl: url, document: documents[url] } : loadContext(url),
      })
      expect([verified, error]).toEqual([true, undefined])
      expect(file.credentialStatus.id).toBe(`${site}/badges/issuers/${corps()}/revocations`)
    },
  )

  test('the JWT is verified with the key at the address its header names', async () => {
    const id = await issued()
    const jwt = await fileOf(id, 'jwt')
    const { payload, protectedHeader } = await jwtVerify(jwt, await importJWK(await town.anonymous.call(readJwtKey, {}), 'RS256'), {
      currentDate: town.now(),
    })
    expect(protectedHeader.kid).toBe(`${site}/badges/keys/rs256`)
    expect(payload).toMatchObject({ jti: `${site}/verify/${id}`, iss: `${site}/badges/issuers/${corps()}` })
  })

  test('a file somebody was sent is checked, its holder only by name; a changed one and one of another street are not ours', async () => {
    const id = await issued()
    const { paper } = await town.as('chen').call(readMyCertificate, { params: { certificateId: id } })
    for (const as of ['json', 'jwt'] as const) {
      const text = await fileOf(id, as)
      expect(await town.anonymous.call(checkFile, { body: { text, name: paper.holder } })).toMatchObject({ faults: [], holderFits: true })
      expect(await town.anonymous.call(checkFile, { body: { text, name: '别人' } })).toMatchObject({ faults: [], holderFits: false })
      const other = await town.as('chen', { street: town.otherStreet }).call(checkFile, { body: { text } })
      expect(other).toMatchObject({ name: null, issuer: null })
      expect(other.faults).not.toEqual([])
    }
    const changed = (await fileOf(id, 'json')).replace('"12.5"', '"99.5"')
    expect(await town.anonymous.call(checkFile, { body: { text: changed } })).toEqual({
      faults: ['signature'],
      name: null,
      issuer: null,
      holderFits: null,
      revoked: null,
    })
    expect((await town.anonymous.call(checkFile, { body: { text: 'hello' } })).faults).toEqual(['not-a-credential'])
  })

  test('the street is an issuer too, and says what a certificate is given for', async () => {
    await issued()
    expect(await town.anonymous.call(readStreetIssuer, {})).toMatchObject({ id: `${site}/badges/issuer`, type: ['Profile'] })
    expect(await town.anonymous.call(readAchievement, { params: { key: 'service-proof' } })).toMatchObject({
      id: `${site}/badges/achievements/service-proof`,
      type: ['Achievement'],
      name: '志愿服务记录证明',
    })
  })
})

describe('taking one back', () => {
  test('by its issuer, with a reason: the page, the file check and the list say so, and the holder is told', async () => {
    const id = await issued()
    const { number } = await town.as('chen').call(readMyCertificate, { params: { certificateId: id } })
    const found = await town.as('luMeng').call(findCertificate, { query: { number } })
    expect(found).toMatchObject({ id, may: ['revoke'] })
    expect(found).not.toHaveProperty('paper')
    const file = (await town.as('chen').raw(downloadCertificate, { params: { certificateId: id }, query: { as: 'json' } })).body
    expect(await town.as('luMeng').call(revokeCertificate, { params: { certificateId: id }, body: { reason: 'evidence' } })).toMatchObject({
      state: 'revoked',
      revoked: { on: '2026-11-23', reason: 'evidence' },
    })
    expect(await town.anonymous.call(verifyCertificate, { params: { certificateId: id } })).toMatchObject({ state: 'revoked' })
    expect(await town.anonymous.call(checkFile, { body: { text: file } })).toMatchObject({
      faults: ['revoked'],
      revoked: { reason: 'evidence' },
    })
    for (const list of [
      await town.anonymous.call(readRevocations, {}),
      await town.anonymous.call(readIssuerRevocations, { params: { organId: corps() } }),
    ] as unknown as { revokedCredentials: { id: string; revoked: boolean }[] }[])
      expect(list.revokedCredentials.find((one) => one.id === `${site}/verify/${id}`)).toMatchObject({
        revoked: true,
        revocationReason: 'evidence',
      })
    expect(
      await town.rows("select 1 from message where template = 'certificate-revoked' and person_id = $1", [town.idOf('chen')]),
    ).toHaveLength(1)
    expect(
      await town.as('luMeng').refused(revokeCertificate, { params: { certificateId: id }, body: { reason: 'mistake' } }),
    ).toMatchObject({
      code: 'certificate-revoked-already',
    })
  })

  test('not by somebody without the post, nor by the post of another organ', async () => {
    const id = await issued()
    for (const who of ['chen', 'heMin', 'suMin'] as const)
      expect(await town.as(who).refused(revokeCertificate, { params: { certificateId: id }, body: { reason: 'mistake' } })).toMatchObject({
        status: 403,
      })
  })

  test('an erased holder leaves nothing but the number of what was taken back; the file still verifies by its signature', async () => {
    const [kept, taken] = [await issued({ personId: town.idOf('liuFang') }), await issued({ personId: town.idOf('liuFang') })]
    const file = (await town.as('liuFang').raw(downloadCertificate, { params: { certificateId: kept }, query: { as: 'json' } })).body
    await town.as('luMeng').call(revokeCertificate, { params: { certificateId: taken }, body: { reason: 'mistake' } })
    await town.deed((deed) => forgetPerson(deed, town.idOf('liuFang'), keepers))
    expect(await town.rows('select 1 from certificate where person_id = $1', [town.idOf('liuFang')])).toEqual([])
    expect(await town.anonymous.call(verifyCertificate, { params: { certificateId: kept } })).toMatchObject({
      state: 'unknown',
      certificate: null,
    })
    expect(await town.anonymous.call(verifyCertificate, { params: { certificateId: taken } })).toMatchObject({
      state: 'revoked',
      certificate: null,
    })
    expect((await town.anonymous.call(checkFile, { body: { text: file } })).faults).toEqual([])
  })
})
