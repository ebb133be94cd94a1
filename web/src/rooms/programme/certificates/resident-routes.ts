import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const at = { getParentRoute: () => residentRoot } as const

/** Certificates: verified by anybody, listed and printed by whoever holds them. */
export const certificateRoutes = [
  createRoute({ ...at, path: '/verify', component: lazyRouteComponent(() => import('./CheckFile.tsx'), 'CheckFile') }),
  createRoute({
    ...at,
    path: '/verify/$certificateId',
    component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
  }),
  createRoute({
    ...at,
    path: '/me/certificates',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./MyCertificates.tsx'), 'MyCertificates'),
  }),
  createRoute({
    ...at,
    path: '/me/certificates/$certificateId',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./CertificateSheet.tsx'), 'CertificateSheet'),
  }),
]
