import type { DemoWords } from './zh-CN.ts'

export const en: DemoWords = {
  title: 'Demo: through whose eyes?',
  lead: 'One tap signs you in, the same way as everybody else.',
  invented: 'All people and matters here are invented and the numbers lead nowhere. Press and type as you like; it affects nobody.',
  residents: 'Neighbours',
  staff: 'People who work here',
  be: 'Sign in',
  yourself: 'Or as yourself',
  yourselfText: 'Any 11-digit mobile number makes a new account; the code is shown on the page.',
  signIn: 'Go to sign-in',
  notDemo: 'This is not a demo street',
  notDemoText: (street) => `${street} is real. Please sign in with your own number.`,
}
