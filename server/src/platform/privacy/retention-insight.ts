import { days, type RetentionRule, why } from './retention-rule.ts'

/** What is kept of the survey. Nothing in it leads to a person; doors and codes go all the same. */
export const insightRetention: readonly RetentionRule[] = [
  {
    table: 'survey_door',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'ended',
    ...why(
      '问卷结束三十天后删；留下的只有每条巷子的总数。',
      'Deleted thirty days after the survey closed; what stays is a count of each lane.',
    ),
  },
  {
    table: 'survey_token',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'ended',
    ...why('只存码的指纹，跟着门牌一起删。', 'Only the hashes of the codes are kept; they go with the doors.'),
  },
  {
    table: 'survey_box',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'ended',
    ...why(
      '结束那一刻倒出来、打乱、把钥匙毁掉；之前谁也不看。',
      'Emptied and shuffled at the close, and its key destroyed; nobody looks into it before.',
    ),
  },
  {
    table: 'survey_response',
    what: 'row',
    does: 'keep',
    after: 'at once',
    from: 'created',
    ...why(
      '里面没有人、没有门牌、没有时间，也找不回是谁；历次问卷要拿来比较。',
      'Holds no person, no door and no time, and leads back to nobody; waves are compared over the years.',
    ),
  },
]
