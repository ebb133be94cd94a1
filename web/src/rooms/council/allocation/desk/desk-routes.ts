import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { mayDo, needs, needsPerson, NotPermitted, type RouteContext, sessionQuery } from '../../../../platform/session/session.tsx'
import { deskRoot } from '../../../../shell/desk-root.ts'
import { partsInRound } from './parts.ts'

const needsPart = async ({ context }: { readonly context: RouteContext }): Promise<void> => {
  await needsPerson({ context })
  const session = await context.queryClient.ensureQueryData(sessionQuery)
  if (!partsInRound.some((permission) => mayDo(session, permission))) throw new NotPermitted('council.clerk')
}

const at = (path: string, beforeLoad: typeof needsPart, component: RouteComponent) =>
  createRoute({ getParentRoute: () => deskRoot, path: `/council/allocation${path}`, beforeLoad, component })

export const allocationDeskRoutes = [
  at(
    '',
    needsPart,
    lazyRouteComponent(() => import('./DeskRounds.tsx'), 'DeskRounds'),
  ),
  at(
    '/new',
    needs('council.clerk'),
    lazyRouteComponent(() => import('./SetUp.tsx'), 'SetUp'),
  ),
  at(
    '/hand-out',
    needs('people.find'),
    lazyRouteComponent(() => import('./HandOut.tsx'), 'HandOut'),
  ),
  at(
    '/$roundId',
    needsPart,
    lazyRouteComponent(() => import('./DeskRound.tsx'), 'DeskRound'),
  ),
  at(
    '/$roundId/edit',
    needs('council.clerk'),
    lazyRouteComponent(() => import('./SetUp.tsx'), 'EditRules'),
  ),
  at(
    '/$roundId/papers',
    needs('council.moderate'),
    lazyRouteComponent(() => import('./Papers.tsx'), 'Papers'),
  ),
  at(
    '/$roundId/paper-ballot',
    needs('council.clerk'),
    lazyRouteComponent(() => import('./PaperBallot.tsx'), 'PaperBallot'),
  ),
  at(
    '/$roundId/paper-project',
    needs('council.clerk'),
    lazyRouteComponent(() => import('./PaperProject.tsx'), 'PaperProject'),
  ),
]
