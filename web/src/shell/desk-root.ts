import { createRootRouteWithContext } from '@tanstack/react-router'
import type { RouteContext } from '../platform/session/session.tsx'
import { DeskShell } from './DeskShell.tsx'

/** The frame of this door; rooms hang their routes below it: `createRoute({ getParentRoute: () => deskRoot, … })`. */
export const deskRoot = createRootRouteWithContext<RouteContext>()({ component: DeskShell })
