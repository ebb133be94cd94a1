/** What the server says about conversations. */
export const conversationRefusals = {
  'no-conversation': 'There is no such conversation, or it has not begun.',
  'no-statement': 'There is no such statement, or it is not public yet.',
  'round-key-gone': 'The key of this round is gone: nobody can vote or change a vote any more.',
}
