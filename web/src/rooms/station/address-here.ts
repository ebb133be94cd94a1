import { placeOf } from '../../platform/place.ts'

/** A whole address for a QR code. Where the server was not told its own public address, the page's is as good. */
export const addressHere = (link: string): string =>
  /^https?:/.test(link) ? link : `${location.origin}${placeOf(location.pathname).prefix}${link}`
