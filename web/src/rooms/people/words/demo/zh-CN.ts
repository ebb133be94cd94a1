/** The page of the demo street that lists whom to sign in as. */
export const zh = {
  title: '演示：您想以谁的身份看',
  lead: '点一下就登录，走的是和大家一样的登录流程。',
  invented: '这里的人和事都是编的，号码也打不通。随便点、随便填，不会影响任何人。',
  residents: '街坊',
  staff: '在这里工作的人',
  be: '登录',
  yourself: '也可以自己来',
  yourselfText: '用任何一个 11 位手机号都能新建账号，验证码直接显示在页面上。',
  signIn: '去登录',
  notDemo: '这里不是演示街道',
  notDemoText: (street: string) => `${street}是真的街道，请用自己的手机号登录。`,
}

export type DemoWords = typeof zh
