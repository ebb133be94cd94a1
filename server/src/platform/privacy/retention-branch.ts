import { days, kept, why, type RetentionRule } from './retention-rule.ts'

/**
 * What the branch's room keeps. Its own role deletes it, and withdrawing deletes all of it at once, whatever time is left.
 */
export const branchRetention: readonly RetentionRule[] = [
  {
    table: 'branch.check_in',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'ended',
    since: 'ended_on',
    ...why(
      '留 30 天，够打印收据和信；本人撤回，当场全删。',
      'Thirty days to print receipt and letter; withdrawn by the member, all of it goes at once.',
    ),
  },
  {
    table: 'branch.office',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'ended',
    ...why('不担任了就删，这里不留谁当过什么。', 'Deleted when it ends; no list of former holders is kept here.'),
  },
  {
    table: 'branch.message',
    what: 'row',
    does: 'delete',
    after: days(90),
    from: 'created',
    since: 'day',
    ...why('够本人看到就行。', 'Long enough to be read.'),
  },
  {
    table: 'branch.access_log',
    what: 'row',
    does: 'delete',
    ...kept('accessLogDays'),
    from: 'created',
    since: 'day',
    ...why('本人要能看到支部里谁看过。', 'The person must be able to see which office looked.'),
  },
  {
    table: 'branch.idempotency',
    what: 'row',
    does: 'delete',
    after: { hours: 72 },
    from: 'created',
    since: 'at',
    ...why('防止同一件事做两次。', 'So that nothing is done twice.'),
  },
  {
    table: 'branch.journal_entry',
    what: ['value', 'salt', 'about'],
    does: 'clear',
    after: 'at once',
    from: 'erased',
    ...why(
      '支部自己的日志：撤回时内容销毁，只剩对不出人的摘要。',
      'The branch’s own journal: on withdrawal the contents are destroyed and only a hash stays that leads to nobody.',
    ),
  },
  {
    table: 'published_office',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'withdrawn',
    ...why('本人同意公开多久就公开多久。', 'Public for as long as the holder agrees.'),
  },
]
