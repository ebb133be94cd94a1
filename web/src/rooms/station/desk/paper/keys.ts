import type { KeyboardEvent } from 'react'

const stops = 'input:not([type=hidden]):not([disabled]), select, textarea, button:not([disabled]), a[href]'

/**
 * Typing a form from paper: Enter goes to the next stop, a digit takes that choice of the question the focus is in, Ctrl+Enter files.
 * What already means something to the browser (a button's Enter, a new line in a text) keeps its meaning.
 */
export function typeThrough(event: KeyboardEvent<HTMLElement>, submit: () => void): void {
  const target = event.target
  if (event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    submit()
  } else if (
    event.key === 'Enter' &&
    (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'file'))
  ) {
    event.preventDefault()
    nextStop(event.currentTarget, target)?.focus()
  } else if (isChoice(target) && /^[1-9]$/.test(event.key)) {
    event.preventDefault()
    const choices = Array.from(
      target.closest('fieldset')?.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(target.name)}"]`) ?? [],
    )
    const chosen = choices[Number(event.key) - 1]
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
