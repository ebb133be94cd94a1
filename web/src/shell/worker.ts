/**
 * Keeps the app on the phone for later visits without a line. Registered by the resident's door only, and only in a built app;
 * over plain http on a local network the browser offers none.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the first page has settled: the worker must not compete with it for a slow line.
  const register = (): void => void navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  if (document.readyState === 'complete') setTimeout(register, 2_000)
  else addEventListener('load', () => setTimeout(register, 2_000), { once: true })
}
