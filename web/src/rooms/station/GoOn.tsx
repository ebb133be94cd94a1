import { Navigate } from '@tanstack/react-router'
import { useParam } from '../../platform/params.ts'

/** `/services/x/form` begins, or goes on where the person stood last: no page has this name, so the form looks it up. */
export const GoOn = () => <Navigate to="/services/$key/form/$page" params={{ key: useParam('key'), page: 'go-on' } as never} replace />
