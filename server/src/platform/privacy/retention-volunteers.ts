import { days, type RetentionRule, why } from './retention-rule.ts'

/** What the volunteers keep. */
export const volunteersRetention: readonly RetentionRule[] = [
  {
    table: 'volunteer',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'left',
    ...why(
      '什么时候有空、愿意在哪几条巷，只为排班；不再做志愿者就删。',
      'When and near which lanes somebody helps is there to plan shifts; it goes when they stop.',
    ),
  },
  {
    table: 'volunteer_skill',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'left',
    ...why('自己说的特长，跟着志愿者的登记一起删。', 'Skills as people said them go with the rest.'),
  },
  {
    table: 'team_member',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'left',
    ...why('退出的当时就删，不留记录，也没有人问为什么。', 'Goes the moment somebody leaves; no trace, and nobody asks why.'),
  },
  {
    table: 'sign_up',
    what: 'row',
    does: 'delete',
    after: days(365),
    from: 'last saved',
    since: 'changed_at',
    ...why(
      '一年内可能有人问名额是怎么排的；之后谁报过哪个班没有用处。',
      'For a year somebody may ask how places were given; after that nobody needs to know who signed up for what.',
    ),
  },
  {
    table: 'shift_presence',
    what: ['person_id', 'entered_by'],
    does: 'keep',
    after: 'at once',
    from: 'account closed',
    ...why(
      '到没到过是服务时长的凭据，和时长记录放在一起；销户时删除。',
      'Who was there is what hours rest on and stays with them; it goes when the account is closed.',
    ),
  },
  {
    table: 'activity',
    what: ['started_by'],
    does: 'clear',
    after: days(400),
    from: 'created',
    ...why(
      '谁出的主意只用来按两边人数合计一年；之后就不再记着。',
      'Whose idea it was is only counted by group for a year, and then forgotten.',
    ),
  },
  {
    table: 'roster_line',
    what: 'row',
    does: 'delete',
    after: days(7),
    from: 'ended',
    ...why(
      '排班建议和邀请只管这一周；过了一周，谁答应、谁没答应都不再留。',
      'A proposal is for one week; a week later nobody can tell who said yes or no.',
    ),
  },
  {
    table: 'patrol_briefed',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'created',
    ...why(
      '巡逻前读过须知的记号，和这一次巡逻一起在 30 天后删掉。',
      'The mark that the briefing was read goes with the round, after thirty days.',
    ),
  },
  {
    table: 'finding',
    what: ['words_sealed'],
    does: 'clear',
    after: 'at once',
    from: 'ended',
    ...why('报修的文字交到服务站就从这里删掉。', 'The words of a finding leave this table as soon as the station has them.'),
  },
  {
    table: 'care_recipient',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'withdrawn',
    ...why(
      '要人看望的登记，本人撤回同意的当时就删，看望记录一起删。',
      'The entry of somebody who is visited goes the moment they withdraw, with its visits.',
    ),
  },
  {
    table: 'care_visit',
    what: 'row',
    does: 'delete',
    after: days(90),
    from: 'ended',
    since: 'ends_at',
    ...why(
      '只记“都好、要帮忙、没见到”，90 天内有人可能追问；之后谁看望过谁没有用处。',
      'It says “well, needs help, not met”; for ninety days somebody may have to follow it up, after that nobody needs to know who visited whom.',
    ),
  },
  {
    table: 'care_worry',
    what: 'row',
    does: 'delete',
    after: { months: 12 },
    from: 'ended',
    since: 'closed_at',
    ...why(
      '关于受伤害的担心，结束一年后删；只有保护专员看得到。',
      'A worry about abuse goes a year after it was closed; only the protection officer can read it.',
    ),
  },
]
