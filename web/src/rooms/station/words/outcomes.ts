/** What became of a case, in two to four characters; said alike on the first screen and in the case itself. */
export const outcomeWords = {
  'zh-CN': { granted: '办成了', refused: '没办成', referred: '转别处办' },
  en: { granted: 'Granted', refused: 'Refused', referred: 'Passed on' },
}
