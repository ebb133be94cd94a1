import type { App } from '../../platform/http/implement.ts'

/** Everything the volunteers can be asked. */
export function volunteersRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = []
  for (const routes of nouns) routes(app)
}
