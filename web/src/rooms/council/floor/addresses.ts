import { placeOf } from '../../../platform/place.ts'

const here = (): string => placeOf(location.pathname).prefix
/** The other doors' pages of the same street. */
export const deskAddress = (path: string): string => `${here()}/desk${path}`
export const hallAddress = (path: string): string => `${here()}/hall${path}`
