import type { correctMyData as contract } from '@ronghe/contract/people/my-data.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { QueryClient } from '@tanstack/react-query'
import { type Callable, call } from '../../api.ts'
import { sessionQuery } from './session.tsx'

/** By type and address only, like whoAmI: it belongs to the switches at the top of every page. */
export const correctMyData: Callable<typeof contract> = { id: 'people.my-data.correct', method: 'PATCH', path: '/api/v1/my/data' }

/** A signed-in person's look and language go with them to the next device. Here the choice holds already, so a broken line is no matter. */
export function keepInProfile(client: QueryClient, choice: Pick<BodyOf<typeof contract>, 'appearance' | 'language'>): void {
  const session = client.getQueryData(sessionQuery.queryKey)
  if (session?.person?.session !== 'open') return
  const known = { appearance: session.person.appearance, language: session.language }
  if (Object.entries(choice).every(([name, value]) => known[name as keyof typeof known] === value)) return
  void call(correctMyData, { body: choice }).then(
    () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    () => {},
  )
}
