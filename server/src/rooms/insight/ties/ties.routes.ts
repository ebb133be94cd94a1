import { readTies } from '@ronghe/contract/insight/ties.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { readTiesPage } from './ties.ts'

export function tiesRoutes(app: App): void {
  implement(app, readTies, ({ deed }) => readTiesPage(deed))
}
