import { createRootRouteWithContext } from '@tanstack/react-router'
import type { RouteContext } from '../platform/session/session.tsx'
import { HallShell } from './HallShell.tsx'

/** The frame of this door; rooms hang their routes below it: `createRoute({ getParentRoute: () => hallRoot, … })`. */
export const hallRoot = createRootRouteWithContext<RouteContext>()({ component: HallShell })
