import { days, type RetentionRule, why } from './retention-rule.ts'

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
  {
    table: 'stance.voter',
    what: ['voter'],
    does: 'clear',
    after: days(90),
    from: 'ended',
    ...why(
      '谁投的票只用这一轮的钥匙对得上，钥匙不在数据库里；结束 90 天后销毁，从此谁也对不上。',
      'Whose votes they are can be told only with the key of that round, which is not in the database; it is destroyed 90 days after the close, and nobody can tell any more.',
    ),
  },
  {
    table: 'stance.opinion',
    what: ['vote'],
    does: 'keep',
    after: 'at once',
    from: 'ended',
    ...why(
      '每句话的态度只挂在代号下面，没有时间；留着才能重新核对结果。本人注销时删除。',
      'How people stood to each statement lies under pseudonyms only, without a time, and stays so that the result can be checked again; whoever closes the account takes it along.',
    ),
  },
  {
    table: 'statement',
    what: ['words_sealed', 'author_id'],
    does: 'clear',
    after: days(90),
    from: 'ended',
    ...why(
      '公开的话留着，谁写的在征求意见结束 90 天后删掉；没有公开的话连原文一起删。',
      'What was published stays, who wrote it goes 90 days after the close; what was not published goes with its words.',
    ),
  },
  {
    table: 'visit',
    what: ['seen_sealed', 'aside_sealed'],
    does: 'clear',
    after: { months: 24 },
    from: 'created',
    ...why(
      '走访时看到的地方情况，两年后只留去了哪条巷、哪天、谈什么。',
      'What was seen of a place on a visit; after two years only the lane, the day and the topics stay.',
    ),
  },
  {
    table: 'visit_words',
    what: 'row',
    does: 'delete',
    after: { months: 12 },
    from: 'created',
    since: 'said_on',
    ...why(
      '经本人同意记下的原话，十二个月后删掉；本人凭编号随时可以先删。',
      'Words noted with consent go after twelve months, or at once when whoever said them asks with the code.',
    ),
  },
  {
    table: 'merged_part',
    what: 'row',
    does: 'delete',
    ...kept('concernMonths'),
    from: 'answered',
    ...why('并在一起时漏下了什么、本人怎么说，跟着诉求走。', 'What a merge left out and what its author said to that goes with the concern.'),
  },
]
