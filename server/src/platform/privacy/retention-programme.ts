import { laws } from '@ronghe/contract/programme/laws.ts'
import { days, kept, why, type RetentionRule } from './retention-rule.ts'

/** What the programme keeps. */
export const programmeRetention: readonly RetentionRule[] = [
  {
    table: 'appointment',
    what: 'row',
    does: 'keep',
    after: 'at once',
    from: 'ended',
    ...why(
      '谁任过什么岗是公开的事。这一行没有姓名：账户关了，只知道有人任过。',
      'Who held a post is a public act. The row holds no name: when the account closes it says that somebody did.',
    ),
  },
  {
    table: 'leave',
    what: 'row',
    does: 'delete',
    ...kept('leaveDays'),
    from: 'ended',
    since: 'to_day',
    ...why('谁代的班，一年里要查得到。', 'Who stood in must be found within the year.'),
  },
  {
    table: 'engagement',
    what: 'row',
    does: 'delete',
    after: days(90),
    from: 'ended',
    since: 'ends_at',
    ...why(
      '记着谁什么时候有安排，免得撞在一起，也好核对服务时长。三个月后用不着了。',
      'Says who is busy when, so that nothing collides and hours can be checked. After three months it is of no use.',
    ),
  },
  {
    table: 'shift_note',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'created',
    since: 'at',
    ...why('交班的话，过了一个月就没有用了。', 'A note between shifts is of no use after a month.'),
  },
  {
    table: 'shift_note_reading',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'created',
    since: 'at',
    ...why('跟着留言走。', 'Goes with the note.'),
  },
  {
    table: 'handover',
    what: ['by_person'],
    does: 'clear',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('是哪个岗位交接的留着，人名不留。', 'Which post handed over stays; the person does not.'),
  },
  {
    table: 'concern',
    what: 'row',
    does: 'delete',
    ...kept('concernMonths'),
    from: 'answered',
    ...why(
      '连同所有往来的话。还有别人等着同一个答复的，只留空壳；本人注销时，原话和姓名先去掉。',
      'With all that was said about it; what others still wait for keeps its row, without author and words, when the author’s account closes.',
    ),
  },
  {
    table: 'concern_event',
    what: 'row',
    does: 'delete',
    ...kept('concernMonths'),
    from: 'answered',
    ...why('跟着诉求走。', 'Goes with the concern.'),
  },
  {
    table: 'certificate',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why(
      '证书一直留到销户，方便随时核验、重新打印；销户前可以下载带走，撤销过的只留编号。',
      'Certificates stay until the account closes, so that they can be verified and printed again; take the files along before. Of one that was taken back only the number stays.',
    ),
  },
]
