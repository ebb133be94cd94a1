import * as certificates from '@ronghe/contract/programme/certificates.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { readAchievement, readIssuer, readRevocations } from './badges.ts'
import { check, open, verify } from './certificate-checks.ts'
import { revokeAtDesk } from './certificates.ts'
import { download, findByNumber, listMine, readMine } from './my-certificates.ts'

export function certificateRoutes(app: App): void {
  implement(app, certificates.verifyCertificate, ({ deed, params }) => verify(deed, params.certificateId))
  implement(app, certificates.openCertificate, ({ deed, params, body }) => open(deed, params.certificateId, body.code))
  implement(app, certificates.checkFile, ({ deed, body }) => check(deed, body))
  implement(app, certificates.listMyCertificates, ({ deed, person }) => listMine(deed, person().personId))
  implement(app, certificates.readMyCertificate, ({ deed, params, person }) => readMine(deed, person().personId, params.certificateId))
  implement(app, certificates.downloadCertificate, async ({ deed, params, query, person, response }) => {
    const { type, name, text } = await download(deed, person().personId, params.certificateId, query)
    await response.type(type).header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}"`).send(text)
    return sent
  })
  implement(app, certificates.findCertificate, ({ deed, query }) => findByNumber(deed, query.number))
  implement(app, certificates.revokeCertificate, async ({ deed, params, body }) => {
    await revokeAtDesk(deed, params.certificateId, body.reason)
    return verify(deed, params.certificateId)
  })
  badgeRoutes(app)
}

/** What other houses read to verify on their own. */
function badgeRoutes(app: App): void {
  implement(app, certificates.readStreetIssuer, ({ deed }) => readIssuer(deed, null))
  implement(app, certificates.readIssuer, ({ deed, params }) => readIssuer(deed, params.organId))
  implement(app, certificates.readRevocations, ({ deed }) => readRevocations(deed, null))
  implement(app, certificates.readIssuerRevocations, ({ deed, params }) => readRevocations(deed, params.organId))
  implement(app, certificates.readAchievement, ({ deed, params }) => readAchievement(deed, params.key))
  implement(app, certificates.readJwtKey, async ({ deed }) => {
    const { jwk } = await deed.platform.badgeKeysOf(deed.street.id).rsa()
    return { ...jwk }
  })
}
