/** Under which name the draft of a form is kept on this device; `nobody` while nobody is signed in. */
export const nobody = 'nobody'
export const draftName = (service: string, person: string, handedInFor?: string): string =>
  ['file', service, person, ...(handedInFor === undefined ? [] : [handedInFor])].join(':')

/** Of a form of one's own; what is handed in for somebody else stays on the device that holds the papers. */
export function readDraftName(form: string): { readonly service: string; readonly person: string } | undefined {
  const [kind, service, person, handedInFor] = form.split(':')
  return kind === 'file' && service && person && handedInFor === undefined ? { service, person } : undefined
}

const open = new Map<string, number>()

/** While a form is open on the page, its draft belongs to the page. */
export function holdOpen(form: string): () => void {
  open.set(form, (open.get(form) ?? 0) + 1)
  return () => void open.set(form, (open.get(form) ?? 1) - 1)
}

export const isOpen = (form: string): boolean => (open.get(form) ?? 0) > 0
