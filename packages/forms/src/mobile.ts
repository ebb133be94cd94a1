/** Mainland mobile numbers. Every prefix: virtual operators use the rare ones (162, 165, 167, 170, 171), and newcomers use those operators. */
export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/.test(number)

/** As it is typed or pasted: `+86 138-0000-0000` becomes `13800000000`. */
export const toMobile = (typed: string): string => typed.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
