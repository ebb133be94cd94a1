import * as embedding from '@ronghe/contract/programme/embedding.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { listJointItems, readEmbedding } from './embedding.ts'
import { cancelJointActivity, changeJointActivity, planJointActivity, readJointActivity, tellJointOutcome } from './joint-activities.ts'

export function embeddingRoutes(app: App): void {
  implement(app, embedding.readEmbedding, ({ deed }) => readEmbedding(deed))
  implement(app, embedding.listJointItems, ({ deed, query }) => listJointItems(deed, query))
  implement(app, embedding.readJointActivity, ({ deed, params }) => readJointActivity(deed, params.activityId))
  implement(app, embedding.planJointActivity, ({ deed, body }) => planJointActivity(deed, body))
  implement(app, embedding.changeJointActivity, ({ deed, params, body }) => changeJointActivity(deed, params.activityId, body))
  implement(app, embedding.tellJointOutcome, ({ deed, params, body }) => tellJointOutcome(deed, params.activityId, body.cameOf))
  implement(app, embedding.cancelJointActivity, ({ deed, params, body }) => cancelJointActivity(deed, params.activityId, body.because))
}
