/** Requests about personal data, at the desk of the data protection officer. */
export const zh = {
  title: '个人信息申请',
  second: (days: number) => `${days} 天内答复（自然日）`,
  views: { open: '要答复的', done: '已办的', refused: '没有办的' },
  kinds: { correction: '改正', copy: '要一份', deletion: '删除', objection: '不同意这样用' },
  empty: { open: '没有要答复的', done: '还没有办过', refused: '没有不办的' },
  emptyNext: '居民在“我的资料”里提，也可以在窗口说。',
  due: (day: string) => `${day}前答复`,
  late: '超期',
  asked: (at: string) => `${at}提出`,
  words: '本人怎么说',
  answer: '答复',
  answered: (at: string) => `${at}答复`,
  outcome: '办不办',
  outcomeDone: '办好了',
  outcomeRefused: '不能办',
  answerWords: '答复的话',
  answerHintDone: '写清办了什么，本人看到的就是这些字。',
  answerHintRefused: '写清为什么、依据哪条法律，还可以找谁。例如《个人信息保护法》第四十七条。',
  answerDo: '送出答复',
  sent: '答复已送到本人',
  wordsMissing: '请写答复',
  outcomeMissing: '请选办不办',
  back: '回到列表',
  saved: '写的自动存着',
}

export type RequestsWords = typeof zh
