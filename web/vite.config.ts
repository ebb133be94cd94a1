import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { compressed } from './compressed.ts'
import { filesReachableFrom, readManifest } from './manifest.ts'

/** Where two builds go on at once, each writes its pages into a folder of its own. */
const pages = process.env['RONGHE_TEST_PAGES'] ?? `${import.meta.dirname}/dist`

/** Addresses that are not the resident's app, with or without the `/s/<slug>` prefix of a street. */
const elsewhere = /^(\/s\/[^/]+)?\/(desk|hall|api|open311|hsds|govstack|popolo|calendar|badges|open-data|verify|health|metrics)(\/|$)/

/** In development the three doors answer at the addresses they have in production. */
const doors: Plugin = {
  name: 'doors',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const isPage = request.headers.accept?.includes('text/html') && !path.includes('.') && !path.startsWith('/@')
      if (isPage) {
        const door = /^(?:\/s\/[^/]+)?\/(desk|hall)(?:\/|$)/.exec(path)?.[1] ?? 'resident'
        request.url = `/${door}.html`
      }
      next()
    })
  },
}

/** A phone never downloads what only the desk or the projector uses. */
const onlyWhatResidentsLoad = async <Entry extends { url: string }>(entries: Entry[]) => {
  const reachable = filesReachableFrom('resident.html', await readManifest(pages))
  return { manifest: entries.filter((entry) => !entry.url.startsWith('assets/') || reachable.has(entry.url)), warnings: [] }
}

export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  plugins: [
    doors,
    react(),
    VitePWA({
      strategies: 'generateSW',
      filename: 'service-worker.js',
      // Only resident.tsx registers the worker, over https only; nothing is put into the pages by the plugin.
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['resident.html', 'manifest.webmanifest', 'icons/leaf*.{svg,png}', 'assets/**/*.{js,css}'],
        manifestTransforms: [onlyWhatResidentsLoad],
        navigateFallback: '/resident.html',
        navigateFallbackDenylist: [elsewhere],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
    compressed(),
  ],
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/calendar', '/verify', '/open-data'].map((path) => [path, 'http://127.0.0.1:3000'])),
  },
  build: {
    outDir: pages,
    emptyOutDir: true,
    manifest: true,
    // Inlined pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    target: ['chrome89', 'safari15', 'firefox90'],
    // Of what a page of the resident's routes needs only its styles are named beforehand: the list of all scripts of all pages would be a tenth of
    // the first load. What a page itself asks for ahead, for when the line goes, is fetched whole and at once.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, needed, { hostId }) =>
        /(^|\/)resident-[^/]*\.js$/.test(hostId) ? needed.filter((file) => file.endsWith('.css')) : needed,
    },
    rolldownOptions: {
      input: ['resident.html', 'desk.html', 'hall.html'],
    },
  },
})
