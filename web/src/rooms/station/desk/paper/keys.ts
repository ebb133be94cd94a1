import type { KeyboardEvent } from 'react'

const stops = 'input:not([type=hidden]):not([disabled]), select, textarea, button:not([disabled]), a[href]'

/**
 * Typing a form from paper: Enter goes to the next stop, a digit takes that choice of the question the focus is in. What already means
 * something to the browser (a button's Enter, a new line in a text) keeps its meaning.
 */
export function typeThrough(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return
  const typed = target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'file')
  if (event.key === 'Enter' && typed) {
    event.preventDefault()
    nextStop(event.currentTarget, target)?.focus()
  } else if (isChoice(target) && /^[1-9]$/.test(event.key)) {
    event.preventDefault()
    const all = target.closest('fieldset')?.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(target.name)}"]`) ?? []
    const chosen = all[Number(event.key) - 1]
    chosen?.focus()
    chosen?.click()
  }
}

const isChoice = (target: HTMLElement): target is HTMLInputElement =>
  target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')

/** The choices of one question are one stop: Enter leaves the question, it does not walk through its answers. */
function nextStop(within: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const all = Array.from(within.querySelectorAll<HTMLElement>(stops))
  const group = isChoice(from) ? from.name : undefined
  const after = all.slice(all.indexOf(from) + 1).filter((one) => !(group !== undefined && isChoice(one) && one.name === group))
  const next = after[0]
  if (next === undefined || !isChoice(next)) return next
  return after.find((one) => isChoice(one) && one.name === next.name && one.checked) ?? next
}
