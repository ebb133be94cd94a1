/** What the server says about the charter, seats, draws and interests. */
export const seatRefusals = {
  'no-charter-version': '没有这一版章程。',
  'council-charter-stale': '这份修改稿依据的不是最新一版章程，请按最新一版重新写。',
  'council-charter-not-draft': '这一版已经通过或否决了，不能再改。要改请提新的一版。',
  'council-charter-notice': '修改章程要提前 {days} 天发给代表，还没到时候。',
  'council-charter-same': '和现行章程没有不同，请先改动再提出。',
  'council-charter-articles': '每一条都要在，次序不变。',
  'council-charter-name': '“{name}”不是章程里的参数，请改正括号里的名字。',
  'message-council-charter-proposed': '有一份修改章程的提议发给您，请看新旧对照。',
  'message-council-charter-adopted': '章程的新版本已经通过，{day} 起生效。',
  'council-interest': '这一项关系到您任职、领钱、同住或租住的一方，您要回避。可以回答问题，不能主持、附议、辩论和表决。',
  'no-declaration': '没有这条登记。',
}
