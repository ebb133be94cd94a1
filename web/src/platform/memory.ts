/**
 * Small choices remembered on this device: language, appearance. Storage may be full, switched off or absent (private windows, some
 * in-app browsers); then a choice simply lasts as long as the page.
 */
const whileOpen = new Map<string, string>()

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`ronghe.${name}`) ?? whileOpen.get(name)
  } catch {
    return whileOpen.get(name)
  }
}

export function remember(name: string, value: string | undefined): void {
  if (value === undefined) whileOpen.delete(name)
  else whileOpen.set(name, value)
  try {
    if (value === undefined) localStorage.removeItem(`ronghe.${name}`)
    else localStorage.setItem(`ronghe.${name}`, value)
  } catch {
    // remembered above, while the page is open
  }
}
