import type { KeeperPart } from '../../../platform/privacy/keeper.ts'

/** Answers lie under codes that only their authors hold: nothing of them can be found for a person, copied or taken out; they go by themselves. */
export const askingKeeper: KeeperPart = {
  tables: ['ability_answer', 'course_evaluation'],
  open: async () => [],
  export: async () => ({}),
  forget: async () => {},
}
