import type { App } from '../../platform/http/implement.ts'

/** Everything the school can be asked. */
export function schoolRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = []
  for (const routes of nouns) routes(app)
}
