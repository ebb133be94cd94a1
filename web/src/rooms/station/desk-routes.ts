import type { Permission } from '@ronghe/contract/posts.ts'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { mayDo, needs, needsPerson, NotPermitted, type RouteContext, sessionQuery } from '../../platform/session/session.tsx'
import { deskRoot } from '../../shell/desk-root.ts'

/** Clerks, departments and supervisors look at the same queue; each sees the cases that are theirs to see. */
const needsAny =
  (...permissions: readonly Permission[]) =>
  async ({ context }: { readonly context: RouteContext }): Promise<void> => {
    await needsPerson({ context })
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!permissions.some((permission) => mayDo(session, permission))) throw new NotPermitted(permissions[0]!)
  }
const caseWork = needsAny('station.cases.work', 'station.cases.department', 'station.cases.supervise')

const at = { getParentRoute: () => deskRoot } as const

const queueStart = createRoute({
  ...at,
  path: '/cases',
  beforeLoad: () => {
    throw redirect({ to: '/cases/$view' as string, params: { view: 'mine' } as never })
  },
})
const queue = createRoute({
  ...at,
  path: '/cases/$view',
  /** Messages and other rooms name a case alone: `/desk/cases/<id>`. */
  async beforeLoad({ context, params }) {
    if (/^[0-9a-f]{8}-/.test(params.view))
      throw redirect({ to: '/cases/$view/$caseId' as string, params: { view: 'all', caseId: params.view } as never })
    await caseWork({ context })
  },
  component: lazyRouteComponent(() => import('./desk/queue/Queue.tsx'), 'Queue'),
})
const caseInQueue = createRoute({
  getParentRoute: () => queue,
  path: '$caseId',
  component: lazyRouteComponent(() => import('./desk/case/DeskCase.tsx'), 'DeskCase'),
})
const receipt = createRoute({
  ...at,
  path: '/case/$caseId/receipt',
  beforeLoad: needs('station.cases.work'),
  component: lazyRouteComponent(() => import('./desk/case/Receipt.tsx'), 'Receipt'),
})
const copySheet = createRoute({
  ...at,
  path: '/case/$caseId/copy-sheet',
  beforeLoad: caseWork,
  component: lazyRouteComponent(() => import('./desk/case/CopySheet.tsx'), 'CopySheet'),
})
const letter = createRoute({
  ...at,
  path: '/case/$caseId/letter',
  beforeLoad: caseWork,
  component: lazyRouteComponent(() => import('./desk/case/ExternalLetter.tsx'), 'ExternalLetter'),
})
const paper = createRoute({
  ...at,
  path: '/paper',
  beforeLoad: needs('station.cases.work'),
  component: lazyRouteComponent(() => import('./desk/paper/PaperEntry.tsx'), 'PaperEntry'),
})
const dailyPack = createRoute({
  ...at,
  path: '/daily-pack',
  beforeLoad: needs('station.cases.work'),
  component: lazyRouteComponent(() => import('./desk/sheets/DailyPack.tsx'), 'DailyPack'),
})
const paperForm = createRoute({
  ...at,
  path: '/paper-form/$key',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./desk/sheets/PaperForm.tsx'), 'PaperForm'),
})
const importing = createRoute({
  ...at,
  path: '/import',
  beforeLoad: needs('station.import'),
  component: lazyRouteComponent(() => import('./desk/sheets/ImportSheet.tsx'), 'ImportSheet'),
})
const exporting = createRoute({
  ...at,
  path: '/export',
  beforeLoad: needs('station.export'),
  component: lazyRouteComponent(() => import('./desk/sheets/ExportCases.tsx'), 'ExportCases'),
})
const reports = createRoute({
  ...at,
  path: '/reports',
  beforeLoad: needs('station.reports.fill'),
  component: lazyRouteComponent(() => import('./desk/sheets/ReportTemplates.tsx'), 'ReportTemplates'),
})
const ratings = createRoute({
  ...at,
  path: '/ratings',
  beforeLoad: needs('station.ratings.follow'),
  component: lazyRouteComponent(() => import('./desk/ratings/FollowUps.tsx'), 'FollowUps'),
})
const rating = createRoute({
  getParentRoute: () => ratings,
  path: '$followUpId',
  component: lazyRouteComponent(() => import('./desk/ratings/OneFollowUp.tsx'), 'OneFollowUp'),
})
const catalogue = createRoute({
  ...at,
  path: '/catalogue',
  beforeLoad: needs('station.catalogue.edit'),
  component: lazyRouteComponent(() => import('./desk/catalogue/Catalogue.tsx'), 'Catalogue'),
})
const serviceEditor = createRoute({
  ...at,
  path: '/catalogue/$key',
  beforeLoad: needs('station.catalogue.edit'),
  component: lazyRouteComponent(() => import('./desk/catalogue/ServiceEditor.tsx'), 'ServiceEditor'),
})

export const stationDeskRoutes = [
  queueStart,
  queue.addChildren([caseInQueue]),
  receipt,
  copySheet,
  letter,
  paper,
  dailyPack,
  paperForm,
  importing,
  exporting,
  reports,
  ratings.addChildren([rating]),
  catalogue,
  serviceEditor,
]
