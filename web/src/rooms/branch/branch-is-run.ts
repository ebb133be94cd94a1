import { notFound } from '@tanstack/react-router'
import { type RouteContext, sessionQuery } from '../../platform/session/session.tsx'

/** `beforeLoad`: where a street runs no branch, these addresses lead nowhere, like any that never was (D10). */
export async function branchIsRun({ context }: { readonly context: RouteContext }): Promise<void> {
  const { modules } = await context.queryClient.ensureQueryData(sessionQuery)
  if (!modules.branch) throw notFound()
}
