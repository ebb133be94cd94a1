/** What the server says about study groups. */
export const groupRefusals = {
  'no-study-group': '没有这个学习小组。',
  'no-group-meeting': '没有这次聚会。',
  'group-over': '这个小组已经散了。',
  'group-full': '小组满了。',
  'group-shut': '小组暂时不收新人。',
  'group-start-another': '您也可以自己开一个，学堂可以借教室。',
  'group-lead-enough': '一个人最多带 {most} 个小组。',
  'group-not-leading': '这一步由带小组的人来做。',
  'group-meeting-off': '这次聚会已经取消。',
  'group-room-answered': '这间教室已经答复过了。',
  'message-group-news': '您的学习小组有新情况。',
}
