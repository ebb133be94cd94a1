import * as pages from '@ronghe/contract/council/charter-pages.ts'
import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { charterForm, proposeCharterChange } from './charter-change.ts'
import { compareCharters, getCouncil, listCharterVersions, listFoundable, readCharter } from './charter-pages.ts'
import { foundCouncil } from './founding.ts'

export function charterRoutes(app: App): void {
  implement(app, pages.readCharter, ({ deed, params, query }) => readCharter(deed, params.councilId, query.version))
  implement(app, pages.listCharterVersions, ({ deed, params }) => listCharterVersions(deed, params.councilId))
  implement(app, pages.compareCharters, ({ deed, params, query }) => compareCharters(deed, params.councilId, query.from, query.to))
  implement(app, pages.listFoundable, ({ deed }) => listFoundable(deed))
  implement(app, pages.foundCouncil, async ({ deed, params, body }) => {
    await getCouncil(deed, params.councilId)
    return { versionId: await foundCouncil(deed, params.councilId, charterVariants[body.variant]) }
  })
  implement(app, pages.readCharterForm, ({ deed, params }) => charterForm(deed, params.councilId))
  implement(app, pages.proposeCharterChange, ({ deed, params, body }) => proposeCharterChange(deed, params.councilId, body))
}
