import { type RetentionRule, why } from './retention-rule.ts'

/** What the council keeps. */
export const councilRetention: readonly RetentionRule[] = [
  {
    table: 'seat_term',
    what: ['person_id'],
    does: 'keep',
    after: 'at once',
    from: 'ended',
    ...why(
      '谁在议事会任过代表是公开的事，和决议、记录一起长期保存；销户后不再显示姓名。',
      'Who sat in the council is public and kept with its resolutions and minutes; once the account is closed the name is gone.',
    ),
  },
]
