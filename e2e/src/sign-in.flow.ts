import { cast } from '@ronghe/demo/cast.ts'
import { offerSetUps } from '@ronghe/server/rooms/people/set-up.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({
    async prepare(town) {
      // A passkey belongs to a name, not to a number like 127.0.0.1.
      await town.rows('insert into street_host (host, street_id) values ($1, $2)', ['localhost', town.street.id])
      // A street in which nobody lives yet.
      await town.rows('insert into street (id, slug, name, zone, demo, created_at) values ($1, $2, $3, $4, $5, $6)', [
        '00000000-0000-7000-8000-0000000000c3',
        'new-street',
        { 'zh-CN': '新街', en: 'New Street' },
        'Asia/Shanghai',
        true,
        town.now(),
      ])
    },
  })
})
afterAll(() => flow?.close())

test('陈国强 is asked to sign in, switches to his messages and back, and lands on the page he wanted', async () => {
  const page = await flow.phone()
  await page.goto('/me/consents')
  await page.getByRole('link', { name: '去登录' }).click()
  await title(page, '手机号登录').waitFor()
  await isFit(page, 'sign-in-phone')
  await page.getByRole('textbox', { name: '手机号' }).fill(cast.chen.phone)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await title(page, '填验证码').waitFor()
  await isFit(page, 'sign-in-code')
  await page.getByText(/秒后可以再发/).waitFor()

  await page.reload() // the phone threw the page away while he read the message
  await title(page, '填验证码').waitFor()
  const code = /验证码是 (\d{6})/.exec((await page.getByText(/验证码是/).textContent())!)![1]!
  await page.getByLabel('六位验证码').fill(`${code.slice(0, 5)}${(Number(code[5]) + 1) % 10}`)
  await page.getByText(/验证码不对/).waitFor()
  await page.getByLabel('六位验证码').fill(code) // pasted: no button is needed
  await title(page, '同意过的事').waitFor()
  expect(new URL(page.url()).pathname).toBe('/me/consents')
})

test('a number nobody has asks for a name in English and nothing else', async () => {
  const page = await flow.phone({ language: 'en' })
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Phone number' }).fill('13900001111')
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByRole('button', { name: 'Fill in this code' }).click()
  await title(page, 'What may we call you?').waitFor()
  await isFit(page, 'sign-in-new-en')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByRole('alert').waitFor() // a name is needed, and the page says so
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Rivers')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await title(page, /Ada Rivers/).waitFor()
})

test('a number unseen for long shows nothing of its owner until one known fact is given', async () => {
  await flow.town.rows(`update person set phone_seen_at = now() - interval '200 days' where id = $1`, [flow.town.idOf('liuFang')])
  const page = await flow.phone()
  await page.goto('/sign-in?next=/me')
  await page.getByRole('textbox', { name: '手机号' }).fill(cast.liuFang.phone)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByRole('button', { name: '填上这个验证码' }).click()
  await title(page, '核对一下是不是您').waitFor()
  await isFit(page, 'sign-in-fact')
  await page.goto('/')
  await page.getByText('先核对一下是不是您').waitFor()
  expect(await page.content()).not.toContain('刘芳')
  await page.getByRole('link', { name: '去核对' }).click()
  await page.getByRole('textbox', { name: '姓名的最后两个字' }).fill('美丽')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByText(/和登记的不一样/).waitFor()
  await page.getByRole('textbox', { name: '姓名的最后两个字' }).fill('刘芳')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await title(page, /刘芳/).waitFor()
})

test('two people share a number: each has a PIN, and the name is typed, not picked', async () => {
  const first = await flow.phone({ as: 'auntHuang' })
  await first.goto('/me/devices')
  await first.getByLabel('我的四位密码').fill('2468')
  await first.getByText('一天内让一个家人用这个号码新建账号').click()
  await first.getByRole('button', { name: '保存密码' }).click()
  await first.getByText(/请家人在.*之前用这个号码登录/).waitFor()
  await isFit(first, 'me-devices')

  const second = await flow.phone()
  await second.goto('/sign-in')
  await second.getByRole('textbox', { name: '手机号' }).fill(cast.auntHuang.phone)
  await second.getByRole('button', { name: '发送验证码' }).click()
  await second.getByRole('button', { name: '填上这个验证码' }).click()
  await title(second, '这个号码有几个人在用').waitFor()
  await isFit(second, 'sign-in-named')
  await second.getByRole('button', { name: '我还没有登记过，新建一个' }).click()
  await second.getByRole('textbox', { name: '姓名' }).fill('黄小妹')
  await second.getByLabel('设一个自己的四位密码').fill('1357')
  await second.getByRole('button', { name: '建立账号' }).click()
  await title(second, /黄小妹/).waitFor()

  const third = await flow.phone()
  await third.goto('/sign-in')
  await third.getByRole('textbox', { name: '手机号' }).fill(cast.auntHuang.phone)
  await third.getByRole('button', { name: '发送验证码' }).click()
  await third.getByRole('button', { name: '填上这个验证码' }).click()
  await third.getByRole('textbox', { name: '姓名' }).fill('黄美珍')
  await third.getByRole('textbox', { name: /四位密码/ }).fill('1357') // hers is another
  await third.getByRole('button', { name: '登录', exact: true }).click()
  await third.getByText(/姓名或者四位密码不对/).waitFor()
  await third.getByRole('textbox', { name: /四位密码/ }).fill('2468')
  await third.getByRole('button', { name: '登录', exact: true }).click()
  await title(third, /黄美珍/).waitFor()
})

test('何敏 comes to the desk from the demo page: second factor and all, in one tap', async () => {
  const page = await flow.desk()
  await page.goto('/demo')
  await title(page, '演示：您想以谁的身份看').waitFor()
  await isFit(page, 'demo-desk')
  await page.getByRole('button', { name: '登录 何敏' }).click()
  await page.waitForURL(/\/desk$/)
  await page.getByText(/何敏，今天从哪一件开始/).waitFor()
})

test('at the desk door the second factor is asked, and cannot be walked around', async () => {
  const page = await flow.desk()
  await page.goto('/desk')
  await page.getByRole('link', { name: '去登录' }).click()
  await page.getByRole('textbox', { name: '手机号' }).fill(cast.liTing.phone)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByRole('button', { name: '填上这个验证码' }).click()
  await title(page, '再验证一次').waitFor()
  await isFit(page, 'second-factor-desk')
  await page.goto('/desk')
  await title(page, '先再验证一次').waitFor()
  await page.getByRole('link', { name: '再验证一次' }).click()
  await page.getByRole('button', { name: '设置验证器' }).click()
  await page.getByText('用验证器应用扫这个码').waitFor()
  await isFit(page, 'second-factor-enrol')
  await page.getByRole('button', { name: '演示：取现在的验证码' }).click()
  await page.getByText(/李婷，今天从哪一件开始/).waitFor()
})

test('a passkey made on the phone signs in without a message', async () => {
  const page = await flow.phone()
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
  const street = flow.url.replace('127.0.0.1', 'localhost')
  await page.goto(`${street}/sign-in?next=/me/devices`)
  await page.getByRole('textbox', { name: '手机号' }).fill(cast.zhou.phone)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByRole('button', { name: '填上这个验证码' }).click()
  await page.getByRole('button', { name: '加一把通行密钥' }).click()
  await page.getByText(/今天加的/).waitFor()
  await isFit(page, 'passkey')
  await page.goto(`${street}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('link', { name: '手机号登录' }).click()
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await title(page, /周桂兰/).waitFor()
})

test('a new street is given its three administrators, who are three people', async () => {
  const [offer] = await offerSetUps(flow.town.platform)
  const page = await flow.phone()
  await page.goto('/s/new-street/set-up')
  await title(page, '第一次设置').waitFor()
  await isFit(page, 'set-up')
  await page.getByRole('textbox', { name: '设置码' }).fill(offer!.code)
  const three = ['系统管理员', '安全管理员', '审计管理员']
  for (const [place, role] of three.entries()) {
    const card = page.getByRole('region', { name: role })
    await card.getByRole('textbox', { name: '姓名' }).fill(`${role}甲`)
    await card.getByRole('textbox', { name: '手机号' }).fill(`1360000000${place === 2 ? 1 : place}`)
  }
  await page.getByRole('button', { name: '建立三位管理员' }).click()
  await page.getByText(/必须是三个不同的人/).waitFor()
  await page.getByRole('region', { name: '审计管理员' }).getByRole('textbox', { name: '手机号' }).fill('13600000002')
  await page.getByRole('button', { name: '建立三位管理员' }).click()
  await page.getByText('三位管理员已经建立').waitFor()
  await isFit(page, 'set-up-done')
  await page.reload()
  await title(page, '这个街道已经设置过了').waitFor()
})

test('while a clerk acts for 陈国强 the page says so, refuses what only he may do, and ends it', async () => {
  const page = await flow.phone({ as: 'heMin' })
  await page.goto('/')
  await page.request.post(`/api/v1/people/${flow.town.idOf('chen')}/assist`, {
    data: { matter: '居住证' },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: flow.url },
  })
  await page.goto('/')
  await page.getByText(/正在替陈国强办“居住证”/).waitFor()
  await isFit(page, 'assisted-home')
  await page.goto('/me/consents')
  await page.getByRole('button', { name: '同意这一项 参加抽签' }).click()
  await page.getByText(/要本人自己来做/).waitFor()
  await isFit(page, 'assisted-consents')
  await page.goto('/me')
  await title(page, '陈国强').waitFor()
  await page.getByRole('button', { name: '结束代办' }).click()
  await page.waitForURL(/\/desk/) // back to the clerk's own work
  await page.goto('/me')
  await title(page, '何敏').waitFor()
})
