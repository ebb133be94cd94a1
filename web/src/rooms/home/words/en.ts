import type { HomeWords } from './zh-CN.ts'

export const en: HomeWords = {
  title: 'Home',
  hello: (part, name) => (name === '' ? `${part}.` : `${part}, ${name}.`),
  parts: { morning: 'Good morning', noon: 'Good day', afternoon: 'Good afternoon', evening: 'Good evening', night: 'Good night' },
  mine: 'My things',
  nothing: 'Nothing waits for you now.',
  organs: 'The five organs',
  stranger: (street) => `Guides need no sign-in. To file, join or vote in ${street}, sign in with your phone number.`,
  signIn: 'Sign in by phone',
  seals: { station: '办', council: '议', school: '学', corps: '助', branch: '党' },
  names: { station: 'Service station', council: 'Council', school: 'School', corps: 'Volunteers', branch: 'Party branch' },
  what: {
    station: 'Residence permit, renting, work, refunds',
    council: 'Say what you think, decide together',
    school: 'Skills, early years, neighbours',
    corps: 'Patrols, visits, school crossings',
    branch: 'Check-in, activities, help',
  },
  speakSeal: '说',
  speak: 'I have something to say',
  speakWhat: 'Raise a concern, without your name if you wish; you are told the day of the answer',
}
