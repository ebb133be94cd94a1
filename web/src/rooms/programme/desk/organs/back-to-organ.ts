import { useNavigate } from '@tanstack/react-router'

/** After a term has ended its page is about nobody: back to where the post is. */
export function useBackToOrgan(organId: string | undefined): () => void {
  const navigate = useNavigate()
  return () =>
    void (organId === undefined
      ? navigate({ to: '/organs' as string })
      : navigate({ to: '/organs/$organId' as string, params: { organId } as never }))
}
