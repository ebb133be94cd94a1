import { useState } from 'react'
import { OfflineError, ProblemError } from '../api.ts'
import { ListDetail, ListRow, TwoColumns } from '../shell/ListDetail.tsx'
import { AppearanceChoice } from '../shell/Switches.tsx'
import { Button, ButtonRow, IconButton, LinkButton } from '../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../ui/Card.tsx'
import { Choice, Choices, Tick } from '../ui/Choice.tsx'
import { Covered } from '../ui/Covered.tsx'
import { Dialog, Sheet } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { FileInput } from '../ui/FileInput.tsx'
import { Form } from '../ui/Form.tsx'
import { GroupPair } from '../ui/GroupPair.tsx'
import { CodeInput, DateInput, NumberInput, PhoneInput, Select, TextArea, TextInput } from '../ui/inputs.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PrintSheet } from '../ui/PrintSheet.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { QuestionPage } from '../ui/QuestionPage.tsx'
import { ReadAloud } from '../ui/ReadAloud.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { SignaturePad } from '../ui/SignaturePad.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import { Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { toast } from '../ui/Toast.tsx'

const refused = new ProblemError({
  type: 'about:blank',
  title: '这个议案现在还不能提',
  status: 409,
  detail: '本次会议的议案昨天 18 点截止。',
  code: 'motions-closed',
  article: '章程第 12 条',
  instead: '可以提到下一次会议（12月9日），内容会替您留着。',
})

const work = [
  { value: 'job', label: '稳定的工作', hint: '劳动合同、单位证明都行' },
  { value: 'home', label: '稳定的住处', hint: '租房合同、房东同意书都行' },
  { value: 'school', label: '连续上学', hint: '学生证、学校证明都行' },
  { value: 'none', label: '都没有，或说不清' },
] as const

/** Every part of the kit in use, with words from S Street. For engineers only, so its words are not in the language files. */
export function Sampler() {
  return (
    <>
      <PageHeader
        title="样张"
        lead="套件里每一样都在这一页。"
        back={{ to: '/', label: '返回首页' }}
        above="SJ-2611-00482 · 查询码 7K3M"
        beside={<Tag tone="attention">等居民补件</Tag>}
      />
      <Card title="显示方式">
        <AppearanceChoice />
      </Card>
      <Buttons />
      <Words />
      <Question />
      <Figures />
      <Desk />
      <PrintSheet title="受理回执" number="SJ-2611-00482" address="https://s-jie.example/t/7K3M" printedAt="2026-11-23T06:00:00Z">
        <table>
          <tbody>
            <tr>
              <th>事项</th>
              <td>居住证申请</td>
            </tr>
            <tr>
              <th>答复日期</th>
              <td>11月28日（周六）前</td>
            </tr>
          </tbody>
        </table>
      </PrintSheet>
    </>
  )
}

/** A form's page as residents meet it. */
export function QuestionSample() {
  const [answer, setAnswer] = useState<(typeof work)[number]['value']>()
  const [missing, setMissing] = useState(false)
  return (
    <QuestionPage
      matter="居住证申请"
      question="您有下面哪一样？"
      hint="有一样就可以办。"
      step={2}
      of={5}
      back={{ to: '/' }}
      next="下一题"
      saved
      errors={missing && answer === undefined ? { reason: '请选一样；都没有，就选最后一个' } : {}}
      onNext={() => setMissing(true)}
    >
      <Choice hideLabel name="reason" label="您有下面哪一样？" options={work} value={answer} onChange={setAnswer} />
      <Notice tone="why" title="房东不肯签字？">
        可以用近三个月的水电单加邻居证明，工作人员会帮您看。
      </Notice>
    </QuestionPage>
  )
}

function Buttons() {
  const [open, setOpen] = useState<'dialog' | 'sheet'>()
  return (
    <Card title="按钮和弹层">
      <ButtonRow>
        <Button onPress={() => toast('已撤回申请', () => toast('申请还在'))}>撤回申请</Button>
        <Button kind="quiet" icon="print" onPress={() => print()}>
          打印回执
        </Button>
        <Button kind="careful" onPress={() => setOpen('dialog')}>
          退出登录
        </Button>
        <Button kind="plain" onPress={() => setOpen('sheet')}>
          看依据
        </Button>
        <Button busy>提交申请</Button>
        <LinkButton to="/" kind="quiet">
          回首页
        </LinkButton>
        <IconButton icon="close" label="关闭" onPress={() => toast('关了')} />
        <Menu label="更多" actions={[{ label: '打印', icon: 'print', run: () => print() }]} />
        <ReadAloud text="巷口的路灯要先修，再谈摆摊。" />
      </ButtonRow>
      <Dialog title="要退出吗？" open={open === 'dialog'} onClose={() => setOpen(undefined)}>
        <p>没交的内容会留在这台手机上。</p>
      </Dialog>
      <Sheet title="依据" open={open === 'sheet'} onClose={() => setOpen(undefined)}>
        <p>《居住证暂行条例》第二条。</p>
      </Sheet>
    </Card>
  )
}

function Words() {
  return (
    <>
      <Card title="我的事">
        <CardList>
          <CardItem title="居住证申请" second="派出所审核中 · 11月28日前答复" end={<Tag>办理中</Tag>} to="/" />
          <CardItem title="“巷口路灯”这件事" second="议事会答复了您" end={<Tag tone="attention">有回音</Tag>} to="/" />
        </CardList>
        <Tag tone="quiet">草稿</Tag> <Tag tone="alert">已超时</Tag> <Tag tone="newcomer">来穗 · 赞成</Tag>{' '}
        <Tag tone="local">本地 · 反对</Tag>
      </Card>
      <Notice tone="why" title="房东不肯签字？">
        可以用近三个月的水电单加邻居证明，工作人员会帮您看。
      </Notice>
      <Notice>答复会发到您的手机。</Notice>
      <Notice tone="attention" title="缺一页">
        租房合同第 2 页没有拍到。
      </Notice>
      <Notice tone="alert" title="现在有危险？">
        先打 110、119 或 120。
      </Notice>
      <Refusal error={refused} />
      <Refusal error={new OfflineError(undefined)} again={() => toast('再试')} />
      <EmptyState title="还没有诉求" next={<Button>提个诉求</Button>}>
        有什么想说的，写在这里，可以不留名。
      </EmptyState>
      <Loading rows={1} />
    </>
  )
}

function Question() {
  const [answer, setAnswer] = useState<(typeof work)[number]['value']>()
  const [several, setSeveral] = useState<readonly string[]>(['job'])
  const [text, setText] = useState('')
  const [phone, setPhone] = useState('13800138000')
  const [code, setCode] = useState('4821')
  const [files, setFiles] = useState<readonly File[]>([])
  const [ticked, setTicked] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  return (
    <Card title="表单">
      <ProgressBar value={2} of={5} label="第 2 题，共 5 题" />
      <Form errors={errors} onSubmit={() => setErrors({ address: '请写住址，写到门牌就行', phone: '手机号要 11 位' })}>
        <Choice name="reason" label="您有下面哪一样？" hint="有一样就可以办。" options={work} value={answer} onChange={setAnswer} />
        <Choices label="手上有哪些材料？" options={work.slice(0, 2)} value={several} onChange={setSeveral} optional />
        <Field name="address" label="住址" hint="巷名和门牌" error={errors['address']}>
          <TextInput value={text} onChange={setText} autoComplete="street-address" />
        </Field>
        <Field name="phone" label="手机号" error={errors['phone']}>
          <PhoneInput value={phone} onChange={setPhone} />
        </Field>
        <Field name="code" label="短信验证码">
          <CodeInput value={code} onChange={setCode} />
        </Field>
        <Field label="住了几个月">
          <NumberInput value={8} onChange={() => {}} unit="个月" />
        </Field>
        <Field label="哪天搬来的">
          <DateInput value="2026-03-02" onChange={() => {}} />
        </Field>
        <Field label="社区" optional>
          <Select value="" onChange={() => {}} placeholder="选一个社区" options={[{ value: 'a', label: '桥东社区' }]} />
        </Field>
        <Field label="还想说的" optional>
          <TextArea value={text} onChange={setText} maxLength={200} rows={3} />
        </Field>
        <Field label="租房合同">
          <FileInput files={files} onChange={setFiles} />
        </Field>
        <SignaturePad onChange={() => {}} />
        <Tick checked={ticked} onChange={setTicked} label="我同意把这份材料给派出所看" hint="不同意也能办，但要自己去一趟。" />
        <ButtonRow>
          <Button type="submit" wide>
            下一题
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Figures() {
  const [tab, setTab] = useState<'both' | 'apart'>('both')
  return (
    <>
      <Card title="晚上十点后巷子里不要用切纸机。">
        <GroupPair
          half
          label="同意的比例"
          newcomer={{ share: 0.78, low: 0.72, high: 0.83, count: 244, of: 312 }}
          local={{ share: 0.91, low: 0.86, high: 0.94, count: 273, of: 300 }}
          unstated={null}
        />
      </Card>
      <Card>
        <Tabs
          label="看法"
          value={tab}
          onChange={setTab}
          tabs={[
            { key: 'both', label: '两边都同意', content: <p>共 4 句。</p> },
            { key: 'apart', label: '还没谈拢', content: <p>共 2 句。</p> },
          ]}
        />
        <Stats>
          <Stat label="办理天数中位数" value="3 天" interval="90% 在 7 天内" of="412 件" />
          <Stat label="满意" value="4.6" interval="4.4–4.8" of="88 人评价" />
          <Stat label="红旗巷的比例" value={null} />
        </Stats>
      </Card>
      <Card title="经过">
        <Timeline
          steps={[
            { key: '1', title: '提交', when: '11月21日 19:42 手机' },
            { key: '2', title: '受理 何敏', when: '11月22日 09:10' },
            { key: '3', title: '等您补租房合同第 2 页', when: '时限暂停', state: 'now' },
            { key: '4', title: '派出所审核', when: '补齐后 5 个工作日', state: 'later' },
          ]}
        />
      </Card>
      <Card title="回答">
        <Facts
          facts={[
            ['住址', <Covered key="address" label="住址" covered="三号巷 ** 号" onUncover={async () => '三号巷 17 号 402'} />],
            ['单位', '荆楚印刷厂'],
          ]}
        />
      </Card>
    </>
  )
}

function Desk() {
  const [chosen, setChosen] = useState<string>()
  const rows = [
    { id: '1', what: '居住证 · 陈国强', left: 1, from: '手机' },
    { id: '2', what: '洪湖医保报销 · 刘芳', left: 6, from: '代办（丈夫）' },
  ]
  return (
    <>
      <Table
        caption="待办"
        rows={rows}
        rowKey={(row) => row.id}
        chosen={chosen}
        onOpen={(row) => setChosen(row.id)}
        columns={[
          { key: 'what', label: '事项', cell: (row) => row.what, sortBy: (row) => row.what },
          { key: 'from', label: '来路', cell: (row) => row.from },
          { key: 'left', label: '剩余工作日', cell: (row) => row.left, sortBy: (row) => row.left, number: true },
        ]}
      />
      <ListDetail
        title="待办"
        second="按到期先后"
        list={rows.map((row) => (
          <ListRow
            key={row.id}
            to="/kit.html"
            title={row.what}
            tags={<Tag tone={row.left < 2 ? 'attention' : 'going'}>剩 {row.left} 日</Tag>}
            second={row.from}
          />
        ))}
        detail={
          <TwoColumns beside={<Card title="经过">提交</Card>}>
            <Card title="资格">符合：居住满半年。</Card>
          </TwoColumns>
        }
      />
    </>
  )
}
