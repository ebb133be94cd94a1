import { fieldId } from '../../../../ui/Field.tsx'

/** Leads to a place of the definition, or the nearest one around it; what is folded away is opened, level by level, as it comes onto the page. */
export function focusPlace(path: string): void {
  const steps = path.split('.')
  let tries = 0
  const go = (): void => {
    for (let length = steps.length; length > 0; length--) {
      const place = document.getElementById(fieldId(steps.slice(0, length).join('.')))
      if (!place) continue
      const folded = openAround(place)
      // What was folded draws its inside now; then there may be a nearer place.
      if ((folded || tries === 0) && tries++ < 6 && length < steps.length) return void setTimeout(go, 40)
      place.scrollIntoView({ block: 'center' })
      ;(place instanceof HTMLDetailsElement ? place.querySelector('summary') : place)?.focus()
      return
    }
    if (tries++ < 6) setTimeout(go, 40)
  }
  setTimeout(go, 40)
}

function openAround(place: Element): boolean {
  let opened = false
  for (let outer: Element | null = place; outer; outer = outer.parentElement)
    if (outer instanceof HTMLDetailsElement && !outer.open) {
      outer.open = true
      opened = true
    }
  return opened
}
