import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Home, type MyThing } from './Home.tsx'

/** The first screen. What waits for the person is read by a part of its own, so that the schemas are not in the first load. */
export function HomeScreen() {
  const [now] = useState(() => new Date())
  const { language } = useLanguage()
  const { person, modules } = useSession()
  const { data, error } = useKept<readonly MyThing[], readonly string[]>({
    queryKey: ['my-things', language],
    queryFn: async () => (await import('./my-things.ts')).readMyThings(language),
    // Acting for somebody is for one matter: their other things are not read.
    enabled: person?.session === 'open',
  })
  const unkept = useQuery({
    queryKey: ['unkept-thing', language],
    queryFn: async () => (await import('./unkept-thing.ts')).readUnkeptThing(language),
    enabled: person?.session === 'open' && modules.branch,
  })
  return <Home now={now} {...(data && { things: [...(unkept.data ?? []), ...data] })} failed={error !== null} />
}
