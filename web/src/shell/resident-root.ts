import { createRootRouteWithContext } from '@tanstack/react-router'
import type { RouteContext } from '../platform/session/session.tsx'
import { ResidentShell } from './ResidentShell.tsx'

/** The frame of this door; rooms hang their routes below it: `createRoute({ getParentRoute: () => residentRoot, … })`. */
export const residentRoot = createRootRouteWithContext<RouteContext>()({ component: ResidentShell })
