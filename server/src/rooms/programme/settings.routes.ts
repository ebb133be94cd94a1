import {
  readPublicSettings,
  readSettings as readOperation,
  writeSetting as writeOperation,
  writeTexts,
} from '@ronghe/contract/programme/settings.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { publicSettings, readSettings, writeSetting } from './settings.ts'

export function settingsRoutes(app: App): void {
  implement(app, readPublicSettings, ({ deed }) => publicSettings(deed))
  implement(app, readOperation, ({ deed }) => readSettings(deed))
  implement(app, writeOperation, ({ deed, params, body }) => writeSetting(deed, params.key, body.value))
  implement(app, writeTexts, ({ deed, params, body }) => writeSetting(deed, params.key, body.value))
}
