import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const city = createRoute({
  getParentRoute: () => residentRoot,
  path: '/city',
  component: lazyRouteComponent(() => import('./CityPage.tsx'), 'CityPage'),
})
const figure = createRoute({
  getParentRoute: () => residentRoot,
  path: '/city/$indicator/$measure',
  component: lazyRouteComponent(() => import('./CityFigure.tsx'), 'CityFigure'),
})

/** The city, for anybody. */
export const cityRoutes = [city, figure]
