import type { AwardState } from '@ronghe/contract/school/awards.ts'

export const zh = {
  title: '结业证书',
  lead: '学完的课可以领一张证书，要不要由您定。证书上只写课程，不写来了几次。',
  none: '现在没有给您的证书。',
  noneNext: '学完一门课，老师确认以后会出现在这里。',
  state: { offered: '可以领', taken: '领了', declined: '没要' } satisfies Record<AwardState, string>,
  take: '领证书',
  leave: '不要',
  see: '看证书',
  taken: '领到了。可以打印，也可以把文件存下来。',
  left: '记下了。以后想要还可以来领。',
  completions: '确认结业',
  completionsLead: '按姓名排。确认以后，学员自己决定要不要证书。',
  notOver: '课程结束以后再来确认。',
  nobody: '这门课没有学员。',
  name: '姓名',
  completed: '学完了',
  notCompleted: '没学完',
  certificate: '证书',
  choose: '确认这些人学完了',
  confirm: '确认结业',
  confirmed: (count: number) => `确认了 ${count} 人，已经告诉他们`,
  pickOne: '至少选一个人。',
  onPaper: '在窗口领',
  onPaperDone: '办好了',
}
export type AwardsWords = typeof zh
