import type { RequestsWords } from './zh-CN.ts'

export const en: RequestsWords = {
  title: 'Data requests',
  second: (days) => `answered within ${days} calendar days`,
  views: { open: 'To answer', done: 'Done', refused: 'Refused' },
  kinds: { correction: 'Correction', copy: 'A copy', deletion: 'Deletion', objection: 'Objection' },
  empty: { open: 'Nothing to answer', done: 'Nothing done yet', refused: 'Nothing refused' },
  emptyNext: 'Residents ask under “My data”, or at the window.',
  due: (day) => `answer by ${day}`,
  late: 'Late',
  asked: (at) => `asked ${at}`,
  words: 'In their words',
  answer: 'Answer',
  answered: (at) => `answered ${at}`,
  outcome: 'Outcome',
  outcomeDone: 'Done',
  outcomeRefused: 'Refused',
  answerWords: 'What you answer',
  answerHintDone: 'Say what was done; they read exactly this.',
  answerHintRefused:
    'Say why, under which law, and whom else they can ask, for instance art. 47 of the Personal Information Protection Law.',
  answerDo: 'Send the answer',
  sent: 'They have the answer',
  wordsMissing: 'Write the answer',
  outcomeMissing: 'Choose the outcome',
  back: 'Back to the list',
  saved: 'Kept as you type',
}
