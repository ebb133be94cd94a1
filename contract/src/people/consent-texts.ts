/**
 * What a person can agree to, one by one (D5). A text that changes gets a new version; what was agreed to stays agreed to under the old
 * one. What the Party branch asks for lies in its own room and is not here. Agreeing to carry one concern or publish one story is asked
 * at that moment and kept with it; these are the ones that last.
 */
export const consentTexts = {
  careVisits: {
    version: '2026-11',
    title: { 'zh-CN': '上门看望', en: 'Care visits' },
    text: {
      'zh-CN': '志愿者可以按约定上门看望我。当班的两个人只在看望前后两小时内看得到我的姓名和地址，只记“都好、要帮忙、没见到”，不记病情。',
      en: 'Volunteers may visit me as agreed. Only the two on shift see my name and address, from two hours before to two hours after; they note “well, needs help, not met”, never my health.',
    },
  },
  homeCountySharing: {
    version: '2026-11',
    title: { 'zh-CN': '和老家对接办事', en: 'Dealing with my home county' },
    text: {
      'zh-CN': '为了办我申请的事，服务站可以把这件事需要的材料交给老家的经办单位。每次交什么，先给我看。',
      en: 'For a matter I applied for, the station may pass the papers it needs to the office in my home county. I am shown each time what is passed on.',
    },
  },
  drawPool: {
    version: '2026-11',
    title: { 'zh-CN': '参加抽签', en: 'Taking part in draws' },
    text: {
      'zh-CN': '抽选代表或座谈的人时，可以把我放进去抽。抽中了会先问我愿不愿意。',
      en: 'When delegates or panels are drawn by lot, I may be among those drawn. If drawn, I am asked first.',
    },
  },
  seatPublicity: {
    version: '2026-11',
    title: { 'zh-CN': '公开席位', en: 'A public seat' },
    text: {
      'zh-CN': '如果我参选或者担任代表，我的姓名和坐在哪一边可以公开。',
      en: 'If I stand for a seat or take one, my name and the bench I sit on may be public.',
    },
  },
  deedsPublicity: {
    version: '2026-11',
    title: { 'zh-CN': '公开我的事迹', en: 'Publishing my story' },
    text: {
      'zh-CN': '我受到表彰时，写到我的文字可以公开。每一篇发出前先给我看，随时可以撤下。',
      en: 'If I am commended, what is written about me may be published. I see each text first and can have it taken down at any time.',
    },
  },
  photos: {
    version: '2026-11',
    title: { 'zh-CN': '活动照片', en: 'Photos at activities' },
    text: {
      'zh-CN': '活动照片里认得出我的，可以放在街道的页面上。随时可以撤下。',
      en: 'Photos of activities in which I can be recognised may be on the street’s pages. I can have them taken down at any time.',
    },
  },
  visitWords: {
    version: '2026-11',
    title: { 'zh-CN': '走访时记下我的话', en: 'Noting my words on a visit' },
    text: {
      'zh-CN': '代表来走访时，可以原样记下我说的话，12 个月后删掉。不写我的名字。',
      en: 'When delegates visit, they may note what I said word for word. It is deleted after 12 months and does not carry my name.',
    },
  },
  surveyInvitation: {
    version: '2026-11',
    title: { 'zh-CN': '请我填问卷', en: 'Survey invitations' },
    text: {
      'zh-CN': '街里做匿名问卷时，可以发消息请我填。填不填都行，没有人看得到我填了什么。',
      en: 'I may be sent an invitation when there is an anonymous survey. I need not answer, and nobody can see what I answered.',
    },
  },
  volunteerSkills: {
    version: '2026-11',
    title: { 'zh-CN': '用上我的特长', en: 'Using my skills' },
    text: {
      'zh-CN': '排班时，队长可以看到我会的方言和特长，好安排合适的事。',
      en: 'When shifts are planned, the team leader may see the dialects and skills I gave, so that the work fits.',
    },
  },
  guardianOfChild: {
    version: '2026-11',
    title: { 'zh-CN': '替孩子报名', en: 'Signing my child up' },
    text: {
      'zh-CN': '我替孩子报名时，可以记下孩子的小名、年龄段和谁来接。课程结束就删掉。',
      en: 'When I sign my child up, a nickname, an age band and who collects the child may be kept. They are deleted when the course ends.',
    },
  },
  mentoring: {
    version: '2026-11',
    title: { 'zh-CN': '传帮带配对', en: 'Mentoring' },
    text: {
      'zh-CN':
        '学堂可以记下我会什么、想学什么、说什么话、哪些时候有空，用来给我配一个人。两边都说愿意以后，对方才看得到我的名字。不看我是来穗人员还是本地居民。',
      en: 'The school may keep what I can show or want to learn, what I speak and when I have time, so as to find me a partner. The other one sees my name only once both have said yes. Whether I am a newcomer or a local is not looked at.',
    },
  },
} as const

export type ConsentPurpose = keyof typeof consentTexts
export const consentPurposes = Object.keys(consentTexts) as [ConsentPurpose, ...ConsentPurpose[]]
