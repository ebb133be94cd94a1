import { listAccess } from '@ronghe/contract/people/access.ts'
import { enterPaperConsent, giveConsent, listConsents, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { confirmMember, inviteToHousehold, joinHousehold, leaveHousehold, readHousehold } from '@ronghe/contract/people/households.ts'
import { chooseMessages, listMessages, readMessage, readMessageChoice } from '@ronghe/contract/people/messages.ts'
import { chooseGroup, correctMyData, readMyData } from '@ronghe/contract/people/my-data.ts'
import { giveProxy, listProxies, withdrawProxy } from '@ronghe/contract/people/proxies.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { looksAt } from './access.ts'
import { consentsOf, enterPaper, give, withdraw } from './consents.ts'
import { choose } from './group.ts'
import { confirm, describeHousehold, invite, join, leaveHome } from './households.ts'
import { chooseChannels, markRead, messageChoice, messagesOf } from './messages.ts'
import { correct, describeMyData } from './my-data.ts'
import { giveTo, proxiesOf, takeBack } from './proxies.ts'

export function myDataRoutes(app: App, keepers: readonly Keeper[]): void {
  implement(app, readMyData, ({ deed, person }) => describeMyData(deed, person()))
  implement(app, correctMyData, async ({ deed, person, body }) => {
    await correct(deed, person().personId, body)
    return describeMyData(deed, person())
  })
  implement(app, chooseGroup, async ({ deed, person, body }) => {
    await choose(deed, person().personId, body.choice)
    return describeMyData(deed, person())
  })
  implement(app, listAccess, ({ deed, person, query }) => looksAt(deed, person().personId, query))

  implement(app, listConsents, ({ deed, person }) => consentsOf(deed, person().personId, person().session === 'open'))
  implement(app, giveConsent, ({ deed, person, params, body }) => give(deed, person().personId, params.purpose, body.version))
  implement(app, withdrawConsent, ({ deed, person, params }) => withdraw(deed, person().personId, params.purpose, keepers))
  implement(app, enterPaperConsent, ({ deed, person, params, body }) =>
    enterPaper(deed, person(), params.personId, params.purpose, body, keepers),
  )

  implement(app, readHousehold, ({ deed, person }) => describeHousehold(deed, person().personId))
  implement(app, inviteToHousehold, ({ deed, person }) => invite(deed, person().personId))
  implement(app, joinHousehold, ({ deed, person, body }) => join(deed, person().personId, body.code))
  implement(app, confirmMember, ({ deed, person, params }) => confirm(deed, person().personId, params.personId))
  implement(app, leaveHousehold, ({ deed, person }) => leaveHome(deed, person().personId))

  implement(app, listProxies, ({ deed, person }) => proxiesOf(deed, person().personId, person().session === 'open'))
  implement(app, giveProxy, ({ deed, person, body }) => giveTo(deed, person().personId, body))
  implement(app, withdrawProxy, ({ deed, person, params }) => takeBack(deed, person().personId, params.proxyId))

  implement(app, listMessages, ({ deed, person, query }) => messagesOf(deed, person().personId, query))
  implement(app, readMessage, ({ deed, person, params }) => markRead(deed, person().personId, params.messageId))
  implement(app, readMessageChoice, ({ deed, person }) => messageChoice(deed, person().personId))
  implement(app, chooseMessages, ({ deed, person, body }) => chooseChannels(deed, person().personId, body))
}
