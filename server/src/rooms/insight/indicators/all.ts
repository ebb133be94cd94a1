import type { Indicator } from './definition.ts'
import { agenda } from './agenda.ts'
import { autonomy } from './autonomy.ts'
import { commendation } from './commendation.ts'
import { concerns } from './concerns.ts'
import { dataCare } from './data-care.ts'
import { embedding } from './embedding.ts'
import { environment } from './environment.ts'
import { equity } from './equity.ts'
import { followThrough } from './follow-through.ts'
import { homeCounty } from './home-county.ts'
import { load } from './load.ts'
import { mediation } from './mediation.ts'
import { oneStop } from './one-stop.ts'
import { resources } from './resources.ts'
import { school } from './school.ts'
import { seats } from './seats.ts'
import { speaking } from './speaking.ts'
import { survey } from './survey.ts'
import { volunteers } from './volunteers.ts'

/** The nineteen groups, in their order (02 §7, 08 Figures). */
export const indicators: readonly Indicator[] = [
  seats,
  speaking,
  agenda,
  followThrough,
  concerns,
  equity,
  oneStop,
  homeCounty,
  school,
  volunteers,
  embedding,
  autonomy,
  survey,
  commendation,
  dataCare,
  load,
  resources,
  environment,
  mediation,
]
