import * as popolo from '@ronghe/contract/council/popolo.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { readPopolo } from './popolo.ts'

export function popoloRoutes(app: App): void {
  implement(app, popolo.readPopolo, ({ deed, params }) => readPopolo(deed, params.councilId))
}
