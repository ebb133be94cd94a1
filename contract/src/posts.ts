/**
 * Posts and what they permit (M3). A person has permissions only through the posts held today; there is no other way to get one.
 * The three words that are not permissions: `anyone` may ask with or without a session, `resident` is any signed-in person,
 * `nobody` accepts no session at all: the request is anonymous even when the browser sends a cookie (08, Concerns).
 */
export const postKinds = {
  /** 三员: the three administrators are separate and none of them can read cases. */
  systemAdministrator: ['street.configure', 'programme.organs.edit', 'programme.appoint'],
  securityAdministrator: ['security.manage'],
  auditAdministrator: ['audit.read'],
  streetLead: [
    'programme.support.decide',
    'programme.concerns.screen',
    'programme.concerns.answer',
    'station.cases.supervise',
    'station.equity.read',
    'programme.agreements.edit',
    'programme.notices.publish',
    'programme.appoint',
    'programme.shift-notes',
    'programme.contracts.decide',
    'station.ratings.follow',
    'council.found',
    'council.answer',
    'insight.read',
  ],
  streetOfficer: [
    'programme.organs.edit',
    'programme.appoint',
    'programme.concerns.screen',
    'programme.concerns.answer',
    'programme.agreements.edit',
    'programme.notices.publish',
    'programme.support.request',
    'programme.shift-notes',
    'programme.joint.edit',
    'programme.commend.run',
    'programme.contracts.prepare',
    'programme.certificates.revoke',
    'station.equity.read',
    'station.reports.fill',
    'street.texts',
    'council.answer',
    'insight.read',
  ],
  stationLead: [
    'station.cases.work',
    'station.cases.supervise',
    'station.catalogue.edit',
    'station.counter.serve',
    'station.counter.manage',
    'station.ratings.follow',
    'station.equity.read',
    'station.import',
    'station.export',
    'station.hazards.work',
    'station.mediation.assign',
    'station.reports.fill',
    'people.find',
    'people.register',
    'people.assist',
    'people.confirm',
    'people.change-number',
    'programme.concerns.answer',
    'programme.notices.publish',
    'programme.support.request',
    'programme.shift-notes',
    'council.answer',
    'insight.read',
  ],
  windowClerk: [
    'station.cases.work',
    'station.counter.serve',
    'station.hazards.work',
    'people.find',
    'people.register',
    'people.assist',
    'people.confirm',
    'people.change-number',
    'programme.concerns.enter',
    'programme.shift-notes',
  ],
  departmentOfficer: ['station.cases.department', 'programme.concerns.answer', 'programme.shift-notes', 'council.answer'],
  /** Answers requests about data, and decides what goes into the open data and how much of the privacy budget that spends. */
  dataOfficer: ['people.data-requests', 'insight.open-data.release'],
  /** Reads concerns about somebody who works here; named in the settings, never the person complained of. */
  integrityOfficer: ['programme.concerns.protected'],
  socialWorker: ['programme.concerns.carry', 'programme.support.request', 'programme.joint.edit', 'council.moderate'],
  laneHead: ['programme.concerns.carry', 'people.attest'],
  delegate: ['programme.concerns.carry', 'council.sit'],
  chair: ['council.sit', 'council.preside'],
  /** 议事会秘书: plans meetings, screens motions, enters hands and paper, keeps the minutes; has no seat. */
  councilClerk: ['council.clerk', 'council.moderate'],
  /** Hands out the keys of a secret ballot, apart from the server and from whoever runs it. */
  credentialAuthority: ['council.credentials'],
  mediator: ['station.mediation.mediate'],
  providerHead: ['programme.support.request', 'programme.notices.publish', 'programme.joint.edit', 'programme.contracts.offer'],
  /** 财务岗: pays what a contract owes, and decides nothing. */
  treasurer: ['programme.contracts.pay', 'programme.shift-notes'],
  /** Reads nominations and gives reasons; never for the own household, organ or nomination. */
  commendationReviewer: ['programme.commend.review'],
  /** 服务队干事: the corps' desk, and whatever comes on paper. */
  corpsCoordinator: [
    'volunteers.coordinate',
    'volunteers.lead',
    'programme.joint.edit',
    'programme.support.request',
    'programme.notices.publish',
    'programme.certificates.revoke',
    'programme.shift-notes',
    'people.find',
  ],
  teamLeader: ['volunteers.lead'],
  /** Checks hours drawn by lot with those who were served; not of the corps. */
  hoursAuditor: ['volunteers.audit'],
  /** Knows who wishes to be visited; the pair on today's shift is told the rest. */
  careCoordinator: ['volunteers.care'],
  /** The one post that reads a worry about abuse (D11). */
  protectionOfficer: ['volunteers.protect'],
  schoolLead: [
    'school.manage',
    'school.teach',
    'programme.joint.edit',
    'programme.support.request',
    'programme.notices.publish',
    'programme.certificates.revoke',
    'programme.shift-notes',
    'people.find',
  ],
  lecturer: ['school.teach'],
  /** 调查负责人: draws the doors, prints the invitations, closes the wave; of an organ that the survey does not judge. */
  surveyLead: ['insight.read', 'insight.survey.manage', 'insight.survey.enter', 'programme.shift-notes'],
  /** 访问员: asks at the door; never of an organ that the survey judges. */
  interviewer: ['insight.survey.enter'],
  branchSecretary: [],
  member: [],
} as const

export type PostKind = keyof typeof postKinds
export type Permission = (typeof postKinds)[PostKind][number]
export type Access = Permission | 'anyone' | 'resident' | 'nobody'

/** Posts whose holder sits at a desk: they need the second factor and are signed out when idle (等保 2.0). */
export const deskPosts: readonly PostKind[] = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
  'streetLead',
  'streetOfficer',
  'stationLead',
  'windowClerk',
  'departmentOfficer',
  'dataOfficer',
  'integrityOfficer',
  'councilClerk',
  'treasurer',
  'corpsCoordinator',
  'hoursAuditor',
  'careCoordinator',
  'protectionOfficer',
  'schoolLead',
  'surveyLead',
]

export const permissionsOf = (kinds: Iterable<PostKind>): Set<Permission> =>
  new Set(Array.from(kinds).flatMap((kind) => postKinds[kind] as readonly Permission[]))
