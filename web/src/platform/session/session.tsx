import type { WhoAmI, whoAmI as contract } from '@ronghe/contract/people/session.ts'
import type { Permission } from '@ronghe/contract/posts.ts'
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { type Callable, call, OfflineError, sessionEnded } from '../../api.ts'
import { useText } from '../language/language.tsx'
import { recall, remember } from '../memory.ts'

/** What the server says about who looks at the page; the shape is the contract's. */
export type Session = WhoAmI
export type Person = NonNullable<Session['person']>
export type Module = keyof Session['modules']

/** By type and address only: the schemas of the contract are not part of the first load. session.test.ts keeps it true. */
export const whoAmI: Callable<typeof contract> = { id: 'people.session.read', method: 'GET', path: '/api/v1/session' }

/** The last session seen is kept, so that the app opens without a line; it says nothing the home screen would not show. */
export const sessionQuery = queryOptions({
  queryKey: [whoAmI.id],
  staleTime: 60_000,
  async queryFn({ signal }): Promise<Session> {
    try {
      const session = await call(whoAmI, { signal })
      remember('session', JSON.stringify(session))
      return session
    } catch (error) {
      const last = recall('session')
      if (error instanceof OfflineError && last !== undefined) return JSON.parse(last) as Session
      throw error
    }
  },
})

const SessionContext = createContext<Session | undefined>(undefined)

/** Below this there always is a session, if only a stranger's. `waiting` is shown until the first reply, `failed` when none comes. */
export function SessionProvider(props: {
  readonly waiting: ReactNode
  readonly failed: (error: Error, again: () => void) => ReactNode
  readonly children?: ReactNode
}) {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(sessionQuery)
  useEffect(() => {
    const ended = (): void => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    sessionEnded.addEventListener('ended', ended)
    return () => sessionEnded.removeEventListener('ended', ended)
  }, [client])
  if (data) return <SessionContext value={data}>{props.children}</SessionContext>
  return error ? props.failed(error, () => void refetch()) : props.waiting
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used outside SessionProvider')
  return session
}

/** The street's name in the reader's language. */
export const useStreetName = (): string => useText()(useSession().street.name)

export const mayDo = (session: Session, permission: Permission): boolean => session.person?.permissions.includes(permission) ?? false
export const usePermission = (permission: Permission): boolean => mayDo(useSession(), permission)

/** Thrown by `needs` and `needsPerson`; the shell words it. */
export class NotPermitted extends Error {
  readonly missing: Permission | 'person'
  constructor(missing: Permission | 'person') {
    super(`not permitted: ${missing}`)
    this.name = 'NotPermitted'
    this.missing = missing
  }
}

/** What the routes of a door get from the router. */
export interface RouteContext {
  readonly queryClient: QueryClient
}

/** `beforeLoad: needs('station.cases.work')`: the screen is not even fetched without the post. The server checks again. */
export const needs =
  (permission: Permission) =>
  async ({ context }: { readonly context: RouteContext }): Promise<void> => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session.person) throw new NotPermitted('person')
    if (!mayDo(session, permission)) throw new NotPermitted(permission)
  }

/** `beforeLoad: needsPerson`: a signed-in person, whoever it is. */
export const needsPerson = async ({ context }: { readonly context: RouteContext }): Promise<void> => {
  const session = await context.queryClient.ensureQueryData(sessionQuery)
  if (!session.person) throw new NotPermitted('person')
}
