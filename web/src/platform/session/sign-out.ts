import type { signOut as contract } from '@ronghe/contract/people/sign-in.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type Callable, call } from '../../api.ts'
import { remember } from '../memory.ts'
import { forgetEverything } from '../offline/store.ts'
import { sendWhatWaits } from '../offline/when-online.ts'
import { sessionQuery } from './session.tsx'

export const signOut: Callable<typeof contract> = { id: 'people.sign-in.sign-out', method: 'POST', path: '/api/v1/sign-out' }

/**
 * Ends the session and clears this device of drafts, copies and what was read; then the first page. Throws when the line is down. What
 * waited for a line goes off first, so that another device finds it.
 * `keepDrafts` is for whoever was signed out by the clock and comes back to a half-written page; drafts carry the person's id.
 */
export function useSignOut(): (options?: { readonly keepDrafts?: boolean }) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useCallback(
    async ({ keepDrafts = false } = {}) => {
      if (!keepDrafts) await sendWhatWaits()
      await call(signOut)
      remember('session', undefined)
      if (!keepDrafts) await forgetEverything()
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
      await client.resetQueries({ queryKey: sessionQuery.queryKey })
      await navigate({ to: '/' })
    },
    [client, navigate],
  )
}
