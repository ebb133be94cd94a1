import { Navigate } from '@tanstack/react-router'
import { useParam } from '../../platform/params.ts'

/** `/services/x/may` begins at the first question. */
export const FirstQuestion = () => (
  <Navigate to="/services/$key/may/$page" params={{ key: useParam('key'), page: 'first' } as never} replace />
)
