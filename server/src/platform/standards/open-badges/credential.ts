import { createHash } from 'node:crypto'
import { contexts, ownTerms } from './contexts.ts'
import { toSeconds } from './proof.ts'

export const certificateKinds = ['service', 'course', 'commendation'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** What an AchievementCredential of Ronghe says. Addresses are absolute; texts are in one language. */
export interface Achieved {
  /** The address where it is looked up. */
  readonly id: string
  readonly kind: CertificateKind
  readonly language: string
  readonly issuer: Profile
  readonly issuedAt: Date
  /** A fresh name for the holder in this credential alone: two credentials of one person cannot be put together by it. */
  readonly subject: string
  readonly holder: HashedName
  /** The number on the paper. */
  readonly number: string
  readonly achievement: { readonly id: string; readonly name: string; readonly description: string; readonly criteria: string }
  readonly narrative?: string | undefined
  readonly period?: { readonly from: Date; readonly until: Date } | undefined
  /** Of service or of class, with one decimal at most. */
  readonly hours?: { readonly value: number; readonly name: string } | undefined
  readonly revocations: string
}

export interface Profile {
  readonly id: string
  readonly name: string
  readonly parent?: { readonly id: string; readonly name: string } | undefined
}

/** The holder's name as an IdentityObject: who is told the name can check it, who reads the file cannot read it. */
export interface HashedName {
  readonly identityHash: string
  readonly salt: string
}

export const hashName = (name: string, salt: string): HashedName => ({
  identityHash: `sha256$${createHash('sha256')
    .update(`${name.normalize('NFC').trim()}${salt}`, 'utf8')
    .digest('hex')}`,
  salt,
})

const achievementTypes: Readonly<Record<CertificateKind, string>> = {
  service: 'CommunityService',
  course: 'CertificateOfCompletion',
  commendation: 'Award',
}
const schema = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'
const hoursResult = 'urn:ronghe:result:hours'

export const toProfile = ({ id, name, parent }: Profile) => ({
  id,
  type: ['Profile'],
  name,
  ...(parent ? { parentOrg: { id: parent.id, type: ['Profile'], name: parent.name } } : {}),
})

/** An AchievementCredential of Open Badges 3.0, not signed yet. No ID number, phone or name is in it, only the name's hash. */
export function toCredential(achieved: Achieved) {
  const { kind, issuer, achievement, period, hours, narrative } = achieved
  return {
    '@context': [...contexts, ownTerms],
    id: achieved.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: toProfile(issuer),
    validFrom: toSeconds(achieved.issuedAt),
    credentialSubject: {
      id: achieved.subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: true, identityType: 'name', ...achieved.holder }],
      licenseNumber: achieved.number,
      ...(narrative ? { narrative } : {}),
      ...(period ? { activityStartDate: toSeconds(period.from), activityEndDate: toSeconds(period.until) } : {}),
      ...(hours ? { result: [{ type: ['Result'], resultDescription: hoursResult, value: String(hours.value) }] } : {}),
      achievement: {
        id: achievement.id,
        type: ['Achievement'],
        achievementType: achievementTypes[kind],
        inLanguage: achieved.language,
        name: achievement.name,
        description: achievement.description,
        criteria: { narrative: achievement.criteria },
        creator: toProfile(issuer),
        ...(hours
          ? { resultDescription: [{ id: hoursResult, type: ['ResultDescription'], name: hours.name, resultType: 'ext:Hours' }] }
          : {}),
      },
    },
    credentialStatus: { id: achieved.revocations, type: '1EdTechRevocationList' },
    credentialSchema: [{ id: schema, type: '1EdTechJsonSchemaValidator2019' }],
  }
}
export type Credential = ReturnType<typeof toCredential>
