import { floorRefusals } from './floor-zh-CN.ts'
import { ballotRefusals } from './ballots-zh-CN.ts'
import { minutesWords } from './minutes-zh-CN.ts'
import { allocationRefusals } from './allocation-zh-CN.ts'
import { motionRefusals } from './motion-zh-CN.ts'
import { meetingRefusals } from './meetings-zh-CN.ts'
import { seatPaperRefusals } from './seat-papers-zh-CN.ts'
import { seatRefusals } from './seats-zh-CN.ts'
import { resolutionRefusals } from './resolutions-zh-CN.ts'
import { visitRefusals } from './visits-zh-CN.ts'
import { conversationRefusals } from './conversation-zh-CN.ts'
/** What the server says in the council room. */
export const refusals = {
  ...ballotRefusals,
  ...floorRefusals,
  ...allocationRefusals,
  ...meetingRefusals,
  ...minutesWords,
  ...visitRefusals,
  ...resolutionRefusals,
  ...motionRefusals,
  'council-article': '《章程》第{number}条（{title}）',
  'no-council': '没有这个议事会，或者它还没有章程。',
  'council-founded-already': '这个议事会已经有章程了，要改请按章程里的程序来。',
  'council-not-delegate': '这一步由本议事会的代表来做。',
  'council-not-chair': '这一步由主持会议的人来做。',
  'council-not-clerk': '这一步由本议事会的秘书来做。',
  ...conversationRefusals,
  ...seatPaperRefusals,
  ...seatRefusals,
}
