import * as ballots from '@ronghe/contract/council/ballots.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { readArchive } from './ballot-archive.ts'
import { box, cast } from './ballot-casting.ts'
import { close, count, open, setAside, takePart } from './ballot-closing.ts'
import { askSlip, cancel, credentialWork, hand, takeCredentials } from './ballot-credentials.ts'
import { ceremony, takeStep } from './ballot-keys.ts'
import { list, mine, read } from './ballot-pages.ts'
import { ballotPlan, setUp } from './ballot-setup.ts'

export function ballotRoutes(app: App): void {
  implement(app, ballots.listBallots, ({ deed, params, query }) => list(deed, params.councilId, query))
  implement(app, ballots.readBallot, ({ deed, params }) => read(deed, params.councilId, params.ballotId))
  implement(app, ballots.readBox, ({ deed, params, query }) => box(deed, params.councilId, params.ballotId, params.boxId, query.tracker))
  implement(app, ballots.readBoxArchive, async ({ deed, params, response }) => {
    const { name, bytes } = await readArchive(deed, params.councilId, params.ballotId, params.boxId)
    await response
      .type('application/x-tar')
      .header('cache-control', 'no-cache')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Buffer.from(bytes))
    return sent
  })
  implement(app, ballots.castBallot, ({ deed, params, body }) => cast(deed, params.councilId, params.ballotId, params.boxId, body.ballot))
  implement(app, ballots.readMyBallots, ({ deed }) => mine(deed))
  implement(app, ballots.askForSlip, ({ deed, params, body }) => askSlip(deed, params.councilId, params.ballotId, body))
  implement(app, ballots.readBallotPlan, ({ deed, params }) => ballotPlan(deed, params.councilId))
  implement(app, ballots.setUpBallot, ({ deed, params, body }) => setUp(deed, params.councilId, body))
  implement(app, ballots.openBallot, ({ deed, params, body }) => open(deed, params.councilId, params.ballotId, body.closesAt))
  implement(app, ballots.closeBallot, ({ deed, params }) => close(deed, params.councilId, params.ballotId))
  implement(app, ballots.setBallotAside, ({ deed, params, body }) => setAside(deed, params.councilId, params.ballotId, body.because))
  implement(app, ballots.countPapers, ({ deed, params, body }) => count(deed, params.councilId, params.ballotId, params.boxId, body))
  implement(app, ballots.readCeremony, ({ deed, params }) => ceremony(deed, params.councilId, params.ballotId))
  implement(app, ballots.sendCeremonyStep, ({ deed, params, body }) =>
    takeStep(deed, params.councilId, params.ballotId, body.step, body.text),
  )
  implement(app, ballots.sendPart, ({ deed, params, body }) => takePart(deed, params.councilId, params.ballotId, params.boxId, body.part))
  implement(app, ballots.readCredentialWork, ({ deed, params }) => credentialWork(deed, params.councilId, params.ballotId))
  implement(app, ballots.sendCredentials, ({ deed, params, body }) =>
    takeCredentials(deed, params.councilId, params.ballotId, params.boxId, body),
  )
  implement(app, ballots.handSlip, ({ deed, params, body }) => hand(deed, params.councilId, params.ballotId, body))
  implement(app, ballots.cancelCredential, ({ deed, params, body }) => cancel(deed, params.councilId, params.ballotId, params.boxId, body))
}
