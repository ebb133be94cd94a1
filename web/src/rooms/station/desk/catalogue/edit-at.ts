/** The same thing with another value at a path (`form.pages.0.title`); what is not on the path is shared. `undefined` takes it out. */
export function editAt<T>(whole: T, path: string, value: unknown): T {
  const [step, ...rest] = path.split('.')
  if (step === undefined || step === '') return value as T // the path has ended, and with it the type
  if (Array.isArray(whole)) {
    const copy: unknown[] = [...(whole as readonly unknown[])]
    copy[Number(step)] = editAt(copy[Number(step)], rest.join('.'), value)
    return copy as T
  }
  const { [step]: before, ...others } = (whole ?? {}) as Readonly<Record<string, unknown>>
  const after = editAt(before, rest.join('.'), value)
  return (after === undefined ? others : { ...(whole as object), [step]: after }) as T
}

/** What stands at a path. */
export const valueAt = (whole: unknown, path: string): unknown =>
  path === ''
    ? whole
    : path.split('.').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], whole)

/** An id that none of the others has: `option`, `option2`, … */
export function freshId(name: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  for (let count = 1; ; count++) {
    const id = count === 1 ? name : `${name}${count}`
    if (!known.has(id)) return id
  }
}
