import * as notices from '@ronghe/contract/programme/notices.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { answerPassing, listPassings, passNoticeOn } from './notice-passing.ts'
import { listNotices, publishNotice, readNotice, withdrawNotice } from './notices.ts'

export function noticeRoutes(app: App): void {
  implement(app, notices.listNotices, ({ deed, query }) => listNotices(deed, query))
  implement(app, notices.readNotice, ({ deed, params }) => readNotice(deed, params.noticeId))
  implement(app, notices.publishNotice, ({ deed, body }) => publishNotice(deed, body))
  implement(app, notices.withdrawNotice, ({ deed, params }) => withdrawNotice(deed, params.noticeId))
  implement(app, notices.listPassings, ({ deed, params }) => listPassings(deed, params.noticeId))
  implement(app, notices.passNoticeOn, ({ deed, params, body }) => passNoticeOn(deed, params.noticeId, body.asked))
  implement(app, notices.answerPassing, ({ deed, params, body }) => answerPassing(deed, params.noticeId, params.postId, body.answer))
}
