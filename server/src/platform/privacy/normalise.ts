/** Full-width digits and letters, odd spaces and dashes become what a keyboard gives. */
const plain = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s\p{Pd}\p{Cf}()._·]/gu, '')

/** A phone number as it is stored and looked up: digits only, without the country in front. Land lines keep their area code. */
export function phoneForm(typed: string): string {
  const bare = plain(typed)
  const digits = bare.replaceAll(/\D/g, '')
  // Only a mainland mobile number loses its country code: other digits that start with 86 may be a number of their own.
  return /^(?:00)?86(1[3-9]\d{9})$/.exec(digits)?.[1] ?? digits
}

export const isMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(phoneForm(typed))

/** A resident identity number as it is stored and looked up: 17 digits and a check digit, a capital X where there is one. */
export const idNumberForm = (typed: string): string => plain(typed).toUpperCase()

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** GB 11643-1999: a date that exists and a check digit (ISO 7064 mod 11-2) that fits. */
export function isIdNumber(typed: string): boolean {
  const number = idNumberForm(typed)
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const born = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== day) return false
  const sum = weights.reduce((total: number, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number[17]
}
