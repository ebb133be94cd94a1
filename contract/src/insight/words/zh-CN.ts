import { cityRefusals } from './city-zh-CN.ts'
import { openDataRefusals } from './open-data-zh-CN.ts'
import { surveyRefusals } from './survey-zh-CN.ts'

/** What the server says in the room of insight. */
export const refusals = {
  'no-figure': '没有这项数字，或者这个时期还没有。',
  ...cityRefusals,
  ...surveyRefusals,
  ...openDataRefusals,
}
