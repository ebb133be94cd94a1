import { floorRefusals } from './floor-en.ts'
import { ballotRefusals } from './ballots-en.ts'
import { minutesWords } from './minutes-en.ts'
import { allocationRefusals } from './allocation-en.ts'
import { motionRefusals } from './motion-en.ts'
import { meetingRefusals } from './meetings-en.ts'
import { seatPaperRefusals } from './seat-papers-en.ts'
import { seatRefusals } from './seats-en.ts'
import { resolutionRefusals } from './resolutions-en.ts'
import { visitRefusals } from './visits-en.ts'
import { conversationRefusals } from './conversation-en.ts'
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
  'council-article': 'Article {number} of the charter ({title})',
  'no-council': 'There is no such council, or it has no charter yet.',
  'council-founded-already': 'This council already has a charter; it changes by the procedure the charter lays down.',
  'council-not-delegate': 'This step is for a delegate of this council.',
  'council-not-chair': 'This step is for whoever presides.',
  'council-not-clerk': 'This step is for this council’s clerk.',
  ...conversationRefusals,
  ...seatPaperRefusals,
  ...seatRefusals,
}
