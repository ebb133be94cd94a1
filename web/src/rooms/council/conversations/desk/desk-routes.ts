import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs } from '../../../../platform/session/session.tsx'
import { deskRoot } from '../../../../shell/desk-root.ts'

const moderating = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => deskRoot, path, beforeLoad: needs('council.moderate'), component })

export const conversationDeskRoutes = [
  moderating(
    '/council/conversations',
    lazyRouteComponent(() => import('./DeskConversations.tsx'), 'DeskConversations'),
  ),
  moderating(
    '/council/$councilId/conversations/$conversationId',
    lazyRouteComponent(() => import('./DeskConversation.tsx'), 'DeskConversation'),
  ),
]
