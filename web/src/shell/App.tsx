import type { Language } from '@ronghe/contract/values.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from '../api.ts'
import { type Appearance, AppearanceProvider } from '../platform/appearance/appearance.tsx'
import { LanguageProvider } from '../platform/language/language.tsx'
import { placeOf } from '../platform/place.ts'
import { newQueryClient } from '../platform/queries.ts'
import { keepInProfile } from '../platform/session/profile.ts'
import { NotPermitted, SessionProvider, sessionQuery } from '../platform/session/session.tsx'
import '../ui/tokens.css'
import '../ui/base.css'
import { Loading } from '../ui/Loading.tsx'
import { NotFound, ScreenFailed } from './Failures.tsx'
import { Opening } from './Opening.tsx'
import { ProfileChoices } from './ProfileChoices.tsx'
import { reloadWhenPartsAreGone } from './worker.ts'

/** Opens a door: its routes inside language, appearance, queries and session, and whatever the door puts `around` them. */
export function openDoor(routes: AnyRoute, around: (routed: ReactNode) => ReactNode = (routed) => routed): void {
  reloadWhenPartsAreGone()
  const queryClient = newQueryClient()
  const onSpeak = (language: Language): void => {
    keepInProfile(queryClient, { language })
    void queryClient.invalidateQueries() // some sentences come from the server, in the language of the request
  }
  const onLook = (appearance: Appearance): void => keepInProfile(queryClient, { appearance })
  const router = createRouter({
    routeTree: routes,
    basepath: placeOf(location.pathname).basepath,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // the query cache decides what is stale
    defaultPendingMs: 150,
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: ScreenFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'], // at the desk the page scrolls inside its frame
  })
  // Who am I, and the screen's own code, are asked for at once and not one after the other: on a slow line each is a long wait.
  void queryClient.prefetchQuery(sessionQuery)
  void router.load()
  createRoot(document.getElementById('app')!, { onCaughtError: logMishap }).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider onSpeak={onSpeak}>
          <AppearanceProvider onLook={onLook}>
            <SessionProvider waiting={<Opening />} failed={(error, again) => <Opening error={error} again={again} />}>
              <ProfileChoices />
              {around(<RouterProvider router={router} />)}
            </SessionProvider>
          </AppearanceProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

/** A refusal that a screen words for the reader is not a mishap. */
function logMishap(error: unknown): void {
  if (!(error instanceof NotPermitted) && !(error instanceof ProblemError)) console.error(error)
}
