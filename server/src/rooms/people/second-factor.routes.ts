import {
  confirmAuthenticator,
  demoSecondFactor,
  enrolAuthenticator,
  giveSecondFactor,
  readSecondFactor,
} from '@ronghe/contract/people/second-factor.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { confirmEnrolment, demoCode, describeSecondFactor, enrol, give } from './second-factor.ts'

export function secondFactorRoutes(app: App): void {
  implement(app, readSecondFactor, ({ deed, person }) => describeSecondFactor(deed, person()))
  implement(app, enrolAuthenticator, ({ deed, person }) => enrol(deed, person()))
  implement(app, confirmAuthenticator, ({ deed, person, body }) => confirmEnrolment(deed, person(), body.code))
  implement(app, giveSecondFactor, ({ deed, person, body }) => give(deed, person(), body.code))
  implement(app, demoSecondFactor, ({ deed, person }) => demoCode(deed, person()))
}
