import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../../platform/session/session.tsx'
import { deskRoot } from '../../../../shell/desk-root.ts'
import type { DeskPlace } from '../../../../shell/desk-places.ts'

const runs = { getParentRoute: () => deskRoot, beforeLoad: needs('programme.commend.run') } as const
const section = { 'zh-CN': '融合行动', en: 'Programme' }

export const commendationDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '表彰', en: 'Commendation' }, to: '/commendations', needs: 'programme.commend.run' },
  { section, label: { 'zh-CN': '表彰评议', en: 'Commendation reviews' }, to: '/commendation-reviews', needs: 'programme.commend.review' },
]

export const commendationDeskRoutes = [
  createRoute({
    ...runs,
    path: '/commendations',
    component: lazyRouteComponent(() => import('./DeskCommendations.tsx'), 'DeskCommendations'),
  }),
  createRoute({ ...runs, path: '/commendations/new', component: lazyRouteComponent(() => import('./CallForm.tsx'), 'CallRound') }),
  createRoute({
    ...runs,
    path: '/commendations/$roundId',
    component: lazyRouteComponent(() => import('./DeskCommendation.tsx'), 'DeskCommendation'),
  }),
  createRoute({
    ...runs,
    path: '/commendations/$roundId/edit',
    component: lazyRouteComponent(() => import('./CallForm.tsx'), 'ChangeCall'),
  }),
  createRoute({
    ...runs,
    path: '/commendations/$roundId/paper',
    component: lazyRouteComponent(() => import('./PaperNomination.tsx'), 'PaperNomination'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/commendation-reviews',
    beforeLoad: needs('programme.commend.review'),
    component: lazyRouteComponent(() => import('./Reviews.tsx'), 'Reviews'),
  }),
]
