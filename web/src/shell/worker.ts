let waiting: ServiceWorker | undefined
const listeners = new Set<() => void>()

/** A new version that is downloaded and waits for the person to change over. */
export const waitingVersion = (): ServiceWorker | undefined => waiting

export function onNewVersion(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function changeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage({ type: 'SKIP_WAITING' })
}

/**
 * Keeps the app on the phone for later visits without a line. Registered by the resident's door only, and only in a built app;
 * over plain http on a local network the browser offers none.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = async (): Promise<void> => {
    const registration = await navigator.serviceWorker.register('/service-worker.js')
    watch(registration, registration.waiting)
    registration.addEventListener('updatefound', () => {
      const arriving = registration.installing
      arriving?.addEventListener('statechange', () => arriving.state === 'installed' && watch(registration, arriving))
    })
  }
  // After the first page has settled: the worker must not compete with it for a slow line.
  const soon = (): void => void setTimeout(() => void register().catch(() => {}), 2_000)
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon, { once: true })
}

/** The very first worker replaces nothing, so there is nothing to offer. */
function watch(registration: ServiceWorkerRegistration, worker: ServiceWorker | null): void {
  if (!worker || !registration.active) return
  waiting = worker
  for (const listener of listeners) listener()
}

/** After an update the server may no longer have a part of the old version: opening the new one is then the only way on, once. */
export function reloadWhenPartsAreGone(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(history.state?.reloadedAt ?? 0)
    if (!navigator.onLine || Date.now() - last < 60_000) return
    event.preventDefault()
    history.replaceState({ ...history.state, reloadedAt: Date.now() }, '')
    location.reload()
  })
}
