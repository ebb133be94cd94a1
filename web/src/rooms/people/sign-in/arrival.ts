import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../../../platform/language/language.tsx'
import { recall } from '../../../platform/memory.ts'
import { useSearchText } from '../../../platform/params.ts'
import { placeOf } from '../../../platform/place.ts'
import { sessionQuery } from '../../../platform/session/session.tsx'
import { whereNext } from './where-next.ts'

/** What follows a session that has just begun or was given more trust: everything is asked anew, then on to where the person was going. */
export function useArrival(): { readonly arriving: boolean; readonly arrive: (secondFactor?: boolean) => Promise<void> } {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { speak } = useLanguage()
  const asked = useSearchText('next')
  const [arriving, setArriving] = useState(false)
  const arrive = async (secondFactor = false): Promise<void> => {
    setArriving(true)
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    const { person } = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    if (person?.session === 'empty') return setArriving(false)
    // On a device that was never asked, the language the person chose elsewhere.
    if (person && recall('language') === undefined) speak(person.language)
    const next = whereNext(asked)
    if (secondFactor && placeOf(location.pathname).door === 'desk')
      await navigate({ to: '/second-factor', search: { next: asked ?? '/' } as never, replace: true })
    else await navigate({ to: next.to, search: next.search as never, replace: true })
  }
  return { arriving, arrive }
}
