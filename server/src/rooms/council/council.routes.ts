import type { App } from '../../platform/http/implement.ts'

/** Everything the council can be asked. */
export function councilRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = []
  for (const routes of nouns) routes(app)
}
