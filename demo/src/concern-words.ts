/** What people in S Street raise and what they are told, by topic; invented, in the voice of neighbours. */
export const concernWords: Readonly<Record<string, readonly { readonly asked: string; readonly answered: string }[]>> = {
  housing: [
    {
      asked: '房东说下个月涨三百块，合同还有半年，能涨吗？',
      answered: '合同没到期，租金按合同走，不能单方面涨。我们已经请房东来站里说明，您的租金照旧。',
    },
    {
      asked: '退房一个月了，押金还不退，说墙有钉子眼。',
      answered: '正常居住的钉子眼不能扣押金。约好双方周四晚上来调解室谈，您也可以先打站里的电话。',
    },
    { asked: '三号巷的出租楼没有消防门，楼梯间停满电动车。', answered: '已经和楼主一起清了楼梯间，消防门这周装好，充电棚设在巷口空地。' },
  ],
  environment: [
    { asked: '巷口垃圾桶天天满，早上上班都绕着走。', answered: '清运改成早晚两次，桶加到四个，请再看两周。' },
    { asked: '榕树头的下水口一下雨就冒水。', answered: '管道已经疏通，雨季前再清一次，堵的是建筑沙，楼主已经赔了清运费。' },
    { asked: '晚上十一点还有人装卸货，孩子睡不着。', answered: '和三家店约好了，晚上九点半以后不装卸，巷长会去看。' },
  ],
  safety: [
    { asked: '五巷的路灯坏了七八天，下夜班不敢走。', answered: '灯已经换好，旁边两盏老的一起换了。' },
    { asked: '电动车在楼道里拉线充电，怕着火。', answered: '楼道的线拆了，充电桩装在巷口，前两个月电费减半。' },
    { asked: '小广场的井盖裂了。', answered: '当天围起来，第三天换了新的。' },
  ],
  work: [
    { asked: '印刷厂停工，三个月工资没发，我们四个人。', answered: '劳动监察已经受理，证据清单放在站里，下周二法律援助的律师在。' },
    { asked: '厂里不给交社保，说交了工资就少。', answered: '交社保是单位的义务，已请人社所上门说明；您可以查到自己的缴费记录。' },
  ],
  school: [
    { asked: '孩子明年上小学，积分怎么算没人说得清。', answered: '每周三下午有人在站里帮着算，带居住证和社保记录就行。' },
    { asked: '四点半放学，我们六点才下班，孩子没地方去。', answered: '融合学堂开了放学后的看管班，不收费，新老街坊的孩子都能来。' },
  ],
  health: [
    { asked: '在这边住院，回洪湖报销要跑两趟，能不能在这里办？', answered: '协议医院出院时当场结；别的医院把发票交到站里，站里寄去办。' },
    { asked: '打疫苗要户口本，老家的本子不在身边。', answered: '有接种本或身份证号就能打，社区医院已经改了通知。' },
  ],
  unequal: [
    { asked: '同样办图书证，本地人不用押金，我们要一百。', answered: '押金从今天起都不收了，以前交的到文化站退。' },
    { asked: '村里的健身房只许有股份的人进。', answered: '健身房是集体的，这一条改不了；街道在河边另开了一处，谁都能用。' },
  ],
  neighbours: [
    { asked: '楼上打麻将到半夜，说了几次没用。', answered: '两家坐下来谈过了，十点以后不打，楼上铺了垫子。' },
    { asked: '租客不知道垃圾分类，桶边乱放，能不能有人教一教？', answered: '志愿者这两个周末在桶边教，做了洪湖话的小牌子。' },
  ],
  other: [{ asked: '通知都贴在居委会门口，我们上夜班看不到。', answered: '以后通知也贴到巷口和印刷厂门口，站里的网页上都有。' }],
}

export const concernDeclined = '这件事不归街道管，我们把能办的地方和电话写给您了，需要的话站里陪您去。'
export const concernReopened = '说是修好了，可昨天又坏了，请再看一看。'
