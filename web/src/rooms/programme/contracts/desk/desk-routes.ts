import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Permission } from '@ronghe/contract/posts.ts'
import { needs } from '../../../../platform/session/session.tsx'
import type { DeskPlace } from '../../../../shell/desk-places.ts'
import { deskRoot } from '../../../../shell/desk-root.ts'
import { needsAny } from '../../desk/needs-any.ts'

/** Whoever has a part in a project. */
const parts: readonly Permission[] = [
  'programme.contracts.prepare',
  'programme.contracts.decide',
  'programme.contracts.offer',
  'programme.contracts.pay',
]
const at = { getParentRoute: () => deskRoot, beforeLoad: needsAny(...parts) } as const
const prepares = { getParentRoute: () => deskRoot, beforeLoad: needs('programme.contracts.prepare') } as const

export const contractDeskPlaces: readonly DeskPlace[] = [
  { section: { 'zh-CN': '融合行动', en: 'Programme' }, label: { 'zh-CN': '购买服务', en: 'Contracts' }, to: '/contracts', needs: parts },
]

export const contractDeskRoutes = [
  createRoute({ ...at, path: '/contracts', component: lazyRouteComponent(() => import('./DeskContracts.tsx'), 'DeskContracts') }),
  createRoute({ ...prepares, path: '/contracts/new', component: lazyRouteComponent(() => import('./NeedForm.tsx'), 'NewNeed') }),
  createRoute({ ...at, path: '/contracts/$projectId', component: lazyRouteComponent(() => import('./DeskContract.tsx'), 'DeskContract') }),
  createRoute({
    ...prepares,
    path: '/contracts/$projectId/edit',
    component: lazyRouteComponent(() => import('./NeedForm.tsx'), 'EditNeed'),
  }),
]
