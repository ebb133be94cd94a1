/** What the server says about branches, offices and checking in. */
export const houseRefusals = {
  'no-branch': '没有这个支部。',
  'no-office': '没有这项职务。',
  'no-check-in': '没有这次报到。',
  'branch-office-only': '这一页只给这个支部的书记、副书记和委员用。',
  'branch-secretary-only': '这一步由书记来做。',
  'branch-code-wrong': '这个代码不对，或者已经用过、过期了。请对照批准文件上的纸条再试，或者请街道重新打印一张。',
  'branch-closed': '这个支部现在不接报到。请看看别的支部，或者到接待办公室问问。',
  'branch-already-in': '您已经向一个支部报到了。想换支部，请先撤回现在的报到。',
  'branch-consent-old': '同意书的文字改过了，请重新看一遍再同意。',
  'branch-not-now': '这次报到现在不能这样处理。请刷新看看最新情况。',
  'branch-no-account': '这次报到是在纸上办的，没有账户，不能担任这里的职务。',
  'branch-paper-only': '这次报到是本人在手机上办的，只有本人能撤回。',
  'branch-other-wrong': '介绍的支部不在名单里，请重新选一个。',
  'branch-signed-later': '签字的日子不能在今天之后。',
  'branch-last-secretary': '书记的职务不能在这里结束。请街道按新的批准文件打印代码，由新书记接任。',
} as const

/** Messages of the room itself, by template. */
export const houseMessages = {
  'check-in-declared': '有一份新的报到，请在{due}前答复。',
  'check-in-confirmed': '支部确认了您的报到。收据可以打印。',
  'check-in-declined': '支部没有接您的报到，原因写在您的报到页上，那里还有别的支部可以选。',
  'check-in-no-answer': '支部没有在期限内答复，您的报到已自动退回，没有留下任何不利记录。报到页上有别的支部可以选。',
  'check-in-ended': '您在支部的报到结束了。信和收据在 30 天内还可以打印。',
  'office-given': '书记请您担任支部职务。不想担任，可以在“我的职务”里放下。',
  'office-ended': '您的支部职务结束了。',
} as const
