const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Whether a unified social credit code (GB 32100) looks mistyped. Only ever a doubt: codes of the first pilot years were issued
 * with check characters that do not fit, and their holders cannot help it.
 */
export function doubtfulCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return true
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return code[17] !== alphabet[(31 - (sum % 31)) % 31]
}

export const toCreditCode = (typed: string): string => typed.replace(/[\s-]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())
