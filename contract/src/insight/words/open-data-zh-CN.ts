export const openDataRefusals = {
  'noisy-already': '这个数已经带着噪声公布过了。再公布一次，两次一平均就把噪声抵消了，所以只能有一次。',
  'noisy-budget': '{year} 年的隐私额度还剩 {left}%，不够这一次。可以选更大的噪声（更小的百分比），或者等到明年。',
}
