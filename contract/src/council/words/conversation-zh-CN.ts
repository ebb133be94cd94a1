/** What the server says about conversations. */
export const conversationRefusals = {
  'no-conversation': '没有这次征求意见，或者它还没有开始。',
  'no-statement': '没有这句话，或者它还没有公开。',
  'round-key-gone': '这一轮的钥匙已经不在了，不能再投，也不能再改。',
}
