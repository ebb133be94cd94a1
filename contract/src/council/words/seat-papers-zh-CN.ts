/** 录入纸质的参选和意见。 */
export const seatPaperRefusals = {
  'seat-paper-unknown': '没有找到这个姓名和手机号的人，请和纸上再对一遍。',
  'purpose-seatPapers': '录入您签字的参选书或意见',
} as const
