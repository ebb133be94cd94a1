import { cityRefusals } from './city-en.ts'
import { openDataRefusals } from './open-data-en.ts'
import { surveyRefusals } from './survey-en.ts'

/** What the server says in the room of insight. */
export const refusals = {
  'no-figure': 'There is no such figure, or not for this period yet.',
  ...cityRefusals,
  ...surveyRefusals,
  ...openDataRefusals,
}
