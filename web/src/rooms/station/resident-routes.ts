import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { placeOf } from '../../platform/place.ts'
import { needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

/** No page of a form has a dash in its name: `go-on` makes the form look up where the person stood last, `first` begins. */
function leadTo(to: string, params: Record<string, string>): never {
  throw redirect({ to, params, replace: true } as never)
}

const catalogue = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services',
  component: lazyRouteComponent(() => import('./Catalogue.tsx'), 'Catalogue'),
})
const guide = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key',
  component: lazyRouteComponent(() => import('./ServiceGuide.tsx'), 'ServiceGuide'),
})
const may = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/may',
  beforeLoad: ({ params }) => leadTo('/services/$key/may/$page', { ...params, page: 'first' }),
})
const mayPage = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/may/$page',
  component: lazyRouteComponent(() => import('./Eligibility.tsx'), 'Eligibility'),
})
const form = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/form',
  beforeLoad: ({ params }) => leadTo('/services/$key/form/$page', { ...params, page: 'go-on' }),
})
const formPage = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/form/$page',
  component: lazyRouteComponent(() => import('./FilingForm.tsx'), 'FilingForm'),
})
const handInFor = createRoute({
  getParentRoute: () => residentRoot,
  path: '/hand-in',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./HandInFor.tsx'), 'HandInFor'),
})
const letter = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/letter',
  beforeLoad: ({ params }) => leadTo('/services/$key/letter/$page', { ...params, page: 'first' }),
})
const letterPage = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/letter/$page',
  component: lazyRouteComponent(() => import('./ServiceLetter.tsx'), 'ServiceLetter'),
})
const paper = createRoute({
  getParentRoute: () => residentRoot,
  path: '/services/$key/paper',
  component: lazyRouteComponent(() => import('./PaperForm.tsx'), 'PaperForm'),
})
const visit = createRoute({
  getParentRoute: () => residentRoot,
  path: '/visit',
  component: lazyRouteComponent(() => import('./Visit.tsx'), 'Visit'),
})
/** Messages lead here by what they are about; it is one page. */
const visitNames = (['/appointments', '/tickets'] as const).map((path) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: () => leadTo('/visit', {}) }),
)
const book = createRoute({
  getParentRoute: () => residentRoot,
  path: '/visit/book',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Appointment.tsx'), 'Appointment'),
})
const ticket = createRoute({
  getParentRoute: () => residentRoot,
  path: '/visit/ticket',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Ticket.tsx'), 'DrawTicket'),
})
const slip = createRoute({
  getParentRoute: () => residentRoot,
  path: '/visit/slip',
  component: lazyRouteComponent(() => import('./TicketByCode.tsx'), 'TicketByCode'),
})
const hazards = createRoute({
  getParentRoute: () => residentRoot,
  path: '/hazards',
  component: lazyRouteComponent(() => import('./Hazards.tsx'), 'Hazards'),
})
const hazardNew = createRoute({
  getParentRoute: () => residentRoot,
  path: '/hazards/new',
  component: lazyRouteComponent(() => import('./HazardReport.tsx'), 'HazardReport'),
})
const hazardCode = createRoute({
  getParentRoute: () => residentRoot,
  path: '/hazards/by-code',
  component: lazyRouteComponent(() => import('./HazardByCode.tsx'), 'HazardByCode'),
})
const hazard = createRoute({
  getParentRoute: () => residentRoot,
  path: '/hazards/$hazardId',
  component: lazyRouteComponent(() => import('./HazardPage.tsx'), 'HazardPage'),
})
const mediation = createRoute({
  getParentRoute: () => residentRoot,
  path: '/mediation',
  component: lazyRouteComponent(() => import('./Mediation.tsx'), 'Mediation'),
})
const mediationNew = createRoute({
  getParentRoute: () => residentRoot,
  path: '/mediation/new',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./MediationRequest.tsx'), 'MediationRequest'),
})
const mediationCode = createRoute({
  getParentRoute: () => residentRoot,
  path: '/mediation/answer',
  component: lazyRouteComponent(() => import('./MediationByCode.tsx'), 'MediationByCode'),
})
const dispute = createRoute({
  getParentRoute: () => residentRoot,
  path: '/mediation/$disputeId',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./MediationPage.tsx'), 'MediationPage'),
})
const agreementSheet = createRoute({
  getParentRoute: () => residentRoot,
  path: '/mediation/$disputeId/agreement',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./MediationAgreement.tsx'), 'MediationAgreement'),
})
/** Mediators work at the desk; a message may have led them here. */
const mediators = createRoute({
  getParentRoute: () => residentRoot,
  path: '/mediations',
  beforeLoad: () => {
    throw redirect({ href: `${placeOf(location.pathname).prefix}/desk/mediations`, reloadDocument: true })
  },
})
const cases = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./MyCases.tsx'), 'MyCases'),
})
const oneCase = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./CaseTimeline.tsx'), 'CaseTimeline'),
})
const supplement = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId/supplement',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Supplement.tsx'), 'Supplement'),
})
const reopen = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId/reopen',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./Reopen.tsx'), 'Reopen'),
})
const status = createRoute({
  getParentRoute: () => residentRoot,
  path: '/status',
  component: lazyRouteComponent(() => import('./StatusByCode.tsx'), 'StatusByCode'),
})
const rate = createRoute({
  getParentRoute: () => residentRoot,
  path: '/rate',
  component: lazyRouteComponent(() => import('./RateByCode.tsx'), 'RateByCode'),
})
const receipt = createRoute({
  getParentRoute: () => residentRoot,
  path: '/cases/$caseId/receipt',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./CaseReceipt.tsx'), 'CaseReceipt'),
})

export const stationRoutes = [
  mediators,
  catalogue,
  guide,
  may,
  mayPage,
  form,
  formPage,
  handInFor,
  letter,
  letterPage,
  paper,
  cases,
  oneCase,
  supplement,
  reopen,
  receipt,
  status,
  rate,
  visit,
  ...visitNames,
  book,
  ticket,
  slip,
  hazards,
  hazardNew,
  hazardCode,
  hazard,
  mediation,
  mediationNew,
  mediationCode,
  dispute,
  agreementSheet,
]
