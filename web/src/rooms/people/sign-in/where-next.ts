/** Where to go after signing in: only a page of this door. An address of another site, or this page again, would be a trap. */
export function whereNext(asked: string | undefined): { readonly to: string; readonly search: Readonly<Record<string, string>> } {
  const fits = asked !== undefined && /^\/(?![/\\])/.test(asked) && !/^\/(sign-in|second-factor)(?![\w-])/.test(asked)
  const [to = '/', query = ''] = (fits ? asked : '/').split('?', 2)
  return { to, search: Object.fromEntries(new URLSearchParams(query)) }
}
