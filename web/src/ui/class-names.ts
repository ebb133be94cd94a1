/** `classNames(styles.tag, isNew && styles.new)` */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
