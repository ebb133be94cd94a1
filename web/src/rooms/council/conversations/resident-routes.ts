import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

export const conversationRoutes = [
  open(
    '/council/$councilId/conversations',
    lazyRouteComponent(() => import('./Conversations.tsx'), 'Conversations'),
  ),
  open(
    '/council/$councilId/conversations/$conversationId',
    lazyRouteComponent(() => import('./ConversationPage.tsx'), 'ConversationPage'),
  ),
  open(
    '/council/$councilId/conversations/$conversationId/result',
    lazyRouteComponent(() => import('./Result.tsx'), 'Result'),
  ),
  own(
    '/council/$councilId/conversations/$conversationId/vote',
    lazyRouteComponent(() => import('./VoteCards.tsx'), 'VoteCards'),
  ),
  own(
    '/council/$councilId/conversations/$conversationId/say',
    lazyRouteComponent(() => import('./WriteStatement.tsx'), 'WriteStatement'),
  ),
  own(
    '/council/$councilId/conversations/$conversationId/my-votes',
    lazyRouteComponent(() => import('./MyVotes.tsx'), 'MyVotes'),
  ),
  own(
    '/my-statements',
    lazyRouteComponent(() => import('./MyStatements.tsx'), 'MyStatements'),
  ),
]
