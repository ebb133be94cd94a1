import type { mentoringRefusals as chinese } from './mentoring-zh-CN.ts'

/** What the server says about mentoring. */
export const mentoringRefusals: Readonly<Record<keyof typeof chinese, string>> = {
  'no-mentoring-pair': 'There is no such pair, or it is not yours.',
  'no-mentoring-profile': 'You have not registered this.',
  'no-mentoring-goal': 'There is no such goal.',
  'no-mentoring-meeting': 'There is no such meeting.',
  'mentoring-answered': 'This pair has been settled already.',
  'mentoring-not-agreed': 'This is possible once both have said yes.',
  'mentoring-goals-enough': 'At most {most} goals. Drop one before adding another.',
  'mentoring-busy': 'One of the two is busy at that time. Please choose another.',
  'mentoring-meeting-over': 'This meeting has been noted already.',
  'mentoring-meeting-to-come': 'This meeting is still to come; note it afterwards.',
  'mentoring-nobody-fits': 'Nobody fits for now. Wait for a few more to register, or see what each one is missing.',
  'mentoring-answers-oneself': 'This person answers on their own phone; nobody else can.',
  'day-gone': 'This time is past.',
  'message-mentoring-proposed': 'The school has found somebody for you. Whether you want it is for you to say.',
  'message-mentoring-news': 'There is news about your mentoring.',
  'purpose-mentoringPair': 'Your mentoring partner saw your name',
  'purpose-mentoringDesk': 'The school arranged mentoring from your paper form',
}
