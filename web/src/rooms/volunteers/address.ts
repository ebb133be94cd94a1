import { placeOf } from '../../platform/place.ts'

/** A whole address of the residents' door, for a QR code or a calendar. */
export const residentAddress = (path: string): string => `${location.origin}${placeOf(location.pathname).prefix}${path}`
