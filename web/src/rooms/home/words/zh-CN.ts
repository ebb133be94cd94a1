export const zh = {
  title: '首页',
  hello: (part: string, name: string) => (name === '' ? `${part}。` : `${name}，${part}。`),
  parts: { morning: '早上好', noon: '中午好', afternoon: '下午好', evening: '晚上好', night: '夜里好' },
  mine: '我的事',
  nothing: '现在没有等您的事。',
  organs: '五个阵地',
  stranger: (street: string) => `看办事指南不用登录。要在${street}办事、报名、表决，用手机号登录。`,
  signIn: '手机号登录',
  seals: { station: '办', council: '议', school: '学', corps: '助', branch: '党' },
  names: { station: '服务站', council: '议事会', school: '融合学堂', corps: '志愿队', branch: '党支部' },
  what: {
    station: '居住证、租房、就业、报销',
    council: '说说看法，一起决定',
    school: '技能课、早教、邻里课',
    corps: '街面巡查、帮老人、护学',
    branch: '报到、活动、困难找组织',
  },
  speakSeal: '说',
  speak: '我有话说',
  speakWhat: '提个诉求，可以不留名，会告诉您哪天答复',
}

export type HomeWords = typeof zh
