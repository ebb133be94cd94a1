import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { mayDo, needs, needsPerson, sessionQuery } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'
import { commendationDeskRoutes } from '../commendations/desk/desk-routes.ts'
import { contractDeskRoutes } from '../contracts/desk/desk-routes.ts'
import { concernViews, isConcernView, viewNeeds } from './concerns/views.ts'
import { needsAny } from './needs-any.ts'
import { isSettingPart, needsOfPart } from './settings/parts.ts'

const at = { getParentRoute: () => deskRoot } as const
const concernWork = needsAny('programme.concerns.screen', 'programme.concerns.answer', 'programme.concerns.protected')

/** `/desk/concerns`: the first list that today's posts open. */
const concernStart = createRoute({
  ...at,
  path: '/concerns',
  async beforeLoad({ context }) {
    await concernWork({ context })
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    const view = concernViews.find((one) => mayDo(session, viewNeeds[one]))!
    throw redirect({ to: '/concerns/$view' as string, params: { view } as never })
  },
})
const concerns = createRoute({
  ...at,
  path: '/concerns/$view',
  async beforeLoad({ context, params }) {
    if (isConcernView(params.view)) return needs(viewNeeds[params.view])({ context })
    await concernWork({ context })
    // Messages name a concern alone: `/desk/concerns/<id>`.
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    const view = (['open', 'mine', 'protected'] as const).find((one) => mayDo(session, viewNeeds[one]))!
    throw redirect({ to: '/concerns/$view/$concernId' as string, params: { view, concernId: params.view } as never })
  },
  component: lazyRouteComponent(() => import('./concerns/Concerns.tsx'), 'Concerns'),
})
const concern = createRoute({
  getParentRoute: () => concerns,
  path: '$concernId',
  component: lazyRouteComponent(() => import('./concerns/ConcernDetail.tsx'), 'ConcernDetail'),
})
const enterConcern = createRoute({
  ...at,
  path: '/concern-entry',
  beforeLoad: needs('programme.concerns.enter'),
  component: lazyRouteComponent(() => import('./concerns/TakeDown.tsx'), 'EnterConcern'),
})
const carryConcern = createRoute({
  ...at,
  path: '/concern-carry',
  beforeLoad: needs('programme.concerns.carry'),
  component: lazyRouteComponent(() => import('./concerns/TakeDown.tsx'), 'CarryConcern'),
})

const notices = createRoute({
  ...at,
  path: '/notices',
  beforeLoad: needs('programme.notices.publish'),
  component: lazyRouteComponent(() => import('./notices/Notices.tsx'), 'Notices'),
})
const writeNotice = createRoute({
  ...at,
  path: '/notices/new',
  beforeLoad: needs('programme.notices.publish'),
  component: lazyRouteComponent(() => import('./notices/WriteNotice.tsx'), 'WriteNotice'),
})

const together = createRoute({
  ...at,
  path: '/together',
  beforeLoad: needs('programme.joint.edit'),
  component: lazyRouteComponent(() => import('./together/Together.tsx'), 'Together'),
})
const newTogether = createRoute({
  ...at,
  path: '/together/new',
  beforeLoad: needs('programme.joint.edit'),
  component: lazyRouteComponent(() => import('./together/PlanTogether.tsx'), 'NewTogether'),
})
const oneTogether = createRoute({
  ...at,
  path: '/together/$activityId',
  beforeLoad: needs('programme.joint.edit'),
  component: lazyRouteComponent(() => import('./together/OneTogether.tsx'), 'OneTogether'),
})
const changeTogether = createRoute({
  ...at,
  path: '/together/$activityId/change',
  beforeLoad: needs('programme.joint.edit'),
  component: lazyRouteComponent(() => import('./together/PlanTogether.tsx'), 'ChangeTogether'),
})

const organs = createRoute({
  ...at,
  path: '/organs',
  beforeLoad: needs('programme.appoint'),
  component: lazyRouteComponent(() => import('./organs/Organs.tsx'), 'Organs'),
})
const newOrgan = createRoute({
  getParentRoute: () => organs,
  path: 'new',
  beforeLoad: needs('programme.organs.edit'),
  component: lazyRouteComponent(() => import('./organs/OrganForm.tsx'), 'NewOrgan'),
})
const organ = createRoute({
  getParentRoute: () => organs,
  path: '$organId',
  component: lazyRouteComponent(() => import('./organs/OrganDetail.tsx'), 'OrganDetail'),
})
const endTerm = createRoute({
  ...at,
  path: '/appointments/$appointmentId/end',
  beforeLoad: needs('programme.appoint'),
  component: lazyRouteComponent(() => import('./organs/EndTerm.tsx'), 'EndTerm'),
})
const leave = createRoute({
  ...at,
  path: '/leave',
  beforeLoad: needs('programme.appoint'),
  component: lazyRouteComponent(() => import('./organs/LeaveCalendar.tsx'), 'LeaveCalendar'),
})
const shiftNotes = createRoute({
  ...at,
  path: '/shift-notes',
  beforeLoad: needs('programme.shift-notes'),
  component: lazyRouteComponent(() => import('./shift-notes/ShiftNotes.tsx'), 'ShiftNotes'),
})

const support = createRoute({
  ...at,
  path: '/support',
  beforeLoad: needsAny('programme.support.decide', 'programme.support.request'),
  component: lazyRouteComponent(() => import('./support/Support.tsx'), 'Support'),
})

const agreements = createRoute({
  ...at,
  path: '/agreements',
  beforeLoad: needs('programme.agreements.edit'),
  component: lazyRouteComponent(() => import('./agreements/Agreements.tsx'), 'Agreements'),
})
const newAgreement = createRoute({
  getParentRoute: () => agreements,
  path: 'new',
  component: lazyRouteComponent(() => import('./agreements/AgreementForm.tsx'), 'NewAgreement'),
})
const agreement = createRoute({
  getParentRoute: () => agreements,
  path: '$agreementId',
  component: lazyRouteComponent(() => import('./agreements/AgreementDetail.tsx'), 'AgreementDetail'),
})
const editAgreement = createRoute({
  getParentRoute: () => agreements,
  path: '$agreementId/edit',
  component: lazyRouteComponent(() => import('./agreements/AgreementForm.tsx'), 'EditAgreement'),
})

const settingsScreen = lazyRouteComponent(() => import('./settings/Settings.tsx'), 'Settings')
const settings = createRoute({
  ...at,
  path: '/settings',
  beforeLoad: needsAny('street.configure', 'street.texts'),
  component: settingsScreen,
})
const settingPart = createRoute({
  ...at,
  path: '/settings/$part',
  async beforeLoad({ context, params }) {
    await needsPerson({ context })
    if (!isSettingPart(params.part)) throw redirect({ to: '/settings' as string })
    await needsAny(...needsOfPart(params.part))({ context })
  },
  component: settingsScreen,
})

export const programmeDeskRoutes = [
  concernStart,
  concerns.addChildren([concern]),
  enterConcern,
  carryConcern,
  notices,
  writeNotice,
  together,
  newTogether,
  oneTogether,
  changeTogether,
  organs.addChildren([newOrgan, organ]),
  endTerm,
  leave,
  shiftNotes,
  support,
  agreements.addChildren([newAgreement, agreement, editAgreement]),
  settings,
  settingPart,
  createRoute({
    ...at,
    path: '/certificates',
    beforeLoad: needs('programme.certificates.revoke'),
    component: lazyRouteComponent(() => import('../certificates/RevokeDesk.tsx'), 'RevokeDesk'),
  }),
  ...commendationDeskRoutes,
  ...contractDeskRoutes,
]
