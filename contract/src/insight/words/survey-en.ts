/** What the server says about the survey. */
export const surveyRefusals = {
  'no-survey-wave': 'There is no such wave of the survey, or it was called off.',
  'no-questionnaire': 'There is no such questionnaire.',
  'no-survey-door': 'There is no such drawn door.',
  'survey-organ-judged':
    'Your post is in an organ that the survey asks about, so you cannot run it. Somebody of the university or another body can.',
  'survey-not-now': 'The survey is past or before that step. Reload to see what can be done now.',
  'survey-days-turned': 'The last day cannot be before the first.',
  'survey-no-such-lane': 'There is no such lane.',
  'survey-lane-twice': 'This lane is written twice.',
  'survey-counted-later': 'That day has not come yet.',
  'survey-no-frame': 'No lane has a number of dwellings yet. Enter those first.',
  'survey-too-few-doors': 'The least number of doors of every lane comes to {least}, more than the {doors} that are drawn.',
  'survey-code-wrong': 'This code is not complete, or one sign of it is wrong. Please compare it with the letter.',
  'survey-code-unknown': 'This code opens nothing: the survey may be over and its codes deleted. The station’s number is on the letter.',
  'survey-code-used': 'This code was used: this door has answered. Each door counts once.',
  'survey-not-open': 'This survey has not begun.',
  'survey-closed': 'This survey is over. The results will be open to everybody.',
  'survey-not-asked': 'This question was not put to you.',
}
