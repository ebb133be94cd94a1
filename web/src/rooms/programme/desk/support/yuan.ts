/** Money is typed in yuan and kept in cents. */
export const toCents = (yuan: number): number => Math.round(yuan * 100)
