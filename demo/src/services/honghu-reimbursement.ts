import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { contactPage, remarksPage } from './shared-pages.ts'

const settlement = say('《社会保险法》第二十九条、第三十条', 'Social Insurance Law, Articles 29 and 30')

/** Most bills are settled on the spot today; this is for those that were not. The counterpart has no sign-in here: letter, dates to ask again, outcome. */
export const honghuReimbursement: CaseService = {
  mode: 'case',
  key: 'honghuReimbursement',
  version: 1,
  name: say('洪湖医保报销', 'Honghu medical reimbursement'),
  summary: say(
    '医保在洪湖、在广州看的病：先看能不能当场结算，没结成的从这里寄回去报。',
    'Insured in Honghu and treated in Guangzhou: first see whether it can be settled on the spot; if it was not, claim it from here.',
  ),
  department: 'health',
  domain: 'health',
  keywords: {
    'zh-CN': ['洪湖', '医保', '报销', '新农合', '异地就医', '住院'],
    en: ['Honghu', 'medical', 'insurance', 'reimbursement', 'hospital'],
  },
  whoMay: { newcomer: { state: 'open', since: '2014-06-01' }, local: { state: 'open', since: '2014-06-01' } },
  eligibility: [
    {
      id: 'insured',
      text: say('医保参保地是洪湖', 'You are insured in Honghu'),
      when: { field: 'insuredIn', equals: 'honghu' },
      unsureWhen: { field: 'insuredIn', equals: 'none' },
      law: settlement,
      instead: [
        {
          text: say(
            '参保地在别处的，窗口帮您查那边怎么报，也可以拨 12393。',
            'If insured elsewhere, the desk looks up how it is done there, or ring 12393.',
          ),
        },
        {
          text: say('不知道参保地在哪里，可以先查社保。', 'If you do not know where, start with the insurance enquiry.'),
          service: 'socialSecurityEnquiry',
        },
      ],
    },
    {
      id: 'unsettled',
      text: say('出院时没有当场结算', 'The bill was not settled when you left hospital'),
      when: { field: 'settled', equals: false },
      unsureWhen: { field: 'settled', equals: 'none' },
      law: settlement,
      instead: [
        {
          text: say(
            '当场结算过的就不用再报了；觉得金额不对，带结算单来，帮您核一遍。',
            'If it was settled there is nothing to claim; if the amount looks wrong, bring the statement and we check it.',
          ),
        },
      ],
    },
  ],
  documents: [
    idCard,
    {
      id: 'invoice',
      name: say('住院或门诊发票', 'Hospital invoice'),
      help: say('纸质原件或电子发票。', 'The paper original or the electronic invoice.'),
      alternatives: [{ id: 'eInvoice', name: say('电子发票', 'Electronic invoice') }],
      waivable: false,
      handedIn: 'original',
      keptWhere: say('寄洪湖医保经办机构，平台不留复印件', 'Sent to the Honghu insurance office; no copy is kept here'),
    },
    {
      id: 'itemised',
      name: say('费用清单', 'Itemised bill'),
      alternatives: [{ id: 'hospitalReprint', name: say('医院补打的清单', 'A reprint from the hospital') }],
      waivable: false,
      handedIn: 'original',
      keptWhere: say('寄洪湖医保经办机构', 'Sent to the Honghu insurance office'),
    },
    {
      id: 'discharge',
      name: say('出院小结', 'Discharge summary'),
      help: say('装进封好的信封交来，窗口不拆。', 'Hand it over in a sealed envelope; the desk does not open it.'),
      alternatives: [],
      waivable: true,
      handedIn: 'original',
      keptWhere: say('封好寄出，平台不看、不存病情', 'Sent sealed; nothing about your illness is read or stored here'),
      when: { field: 'kind', equals: 'inpatient' },
    },
    {
      id: 'bankCard',
      name: say('收款的银行卡复印件', 'Copy of the bank card for the payment'),
      alternatives: [{ id: 'socialCardAccount', name: say('社保卡金融账户', 'The social security card’s account') }],
      waivable: true,
      handedIn: 'original',
      keptWhere: say('随信寄出，平台不存卡号', 'Sent with the letter; the number is not stored here'),
    },
    {
      id: 'agentAuthority',
      name: say('委托书和代办人身份证', 'Authority, and the agent’s ID card'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'forWhom', equals: 'relative' },
    },
  ],
  steps: [
    { id: 'file', title: say('交材料', 'Hand in the papers'), by: 'resident' },
    {
      id: 'accept',
      title: say('服务站核对，缺什么一次说清', 'The station checks and names everything missing at once'),
      by: 'station',
      workingDays: 1,
    },
    {
      id: 'send',
      title: say('盖章寄往洪湖，告诉您单号', 'Sent to Honghu under seal; you get the parcel number'),
      by: 'department',
      workingDays: 2,
    },
    {
      id: 'counterpart',
      title: say('洪湖医保审核、打款', 'Honghu checks and pays'),
      text: say(
        '第 10、20、25 个工作日没有回音，我们打电话去问，问了什么都写给您看。',
        'Without news we ring them on working days 10, 20 and 25, and you can read what was said.',
      ),
      by: 'counterpart',
      workingDays: 30,
    },
    { id: 'tell', title: say('结果告诉您', 'You are told the outcome'), by: 'station', workingDays: 1 },
  ],
  fee: noFee,
  where: [
    station,
    place(['社区卫生服务中心医保窗', 'Community Health Centre, insurance window'], ['榕树路15号', '15 Banyan Road'], '020-0000-0115'),
  ],
  channels: everyChannel,
  consents: [
    {
      purpose: 'honghu-hospitals',
      text: say(
        '同意由服务站把我的报销材料寄给洪湖医保经办机构，并代我打听进度。材料里有看病的信息，只用于这一次报销。',
        'I agree that the station sends my claim to the Honghu insurance office and asks about it for me. The papers contain medical details, used for this claim only.',
      ),
      withoutIt: say(
        '不同意也能办：我们把材料清单、地址和信封准备好，由您自己寄，怎么问进度也写给您。',
        'Without it we prepare the list, address and envelope; you post it yourself, and we write down how to ask for news.',
      ),
    },
  ],
  nonPersonal: false,
  result: say('报销款打到您的卡上，或一份写明理由的答复', 'The money on your card, or an answer with reasons'),
  related: ['socialSecurityEnquiry', 'civilRelief'],
  promisedWorkingDays: 30,
  acceptanceWorkingDays: 1,
  externalParty: {
    agreement: 'honghu-hospitals',
    name: say('洪湖市医疗保障经办机构', 'Honghu medical insurance office'),
    chaseAfterWorkingDays: [10, 20, 25],
    letter: {
      to: say('洪湖市医疗保障经办机构', 'To the Honghu medical insurance office'),
      title: say('关于请协助办理医保报销的函', 'Letter asking for help with a reimbursement'),
      // What the person was treated for stays in the papers: it is nobody's business in a letter.
      body: say(
        '有一位在你市参加医保的居民，{month} 在广州看病，费用 {amount}，姓名和证件见所附材料。经本人同意，现把材料寄给你们，请按规定审核。\n\n缺什么，请一次告诉我们，由我们转告本人。\n\nS街服务站　{today}',
        'A resident insured in your city was treated in Guangzhou in {month}, at a cost of {amount}; the name is in the papers enclosed. With consent we send you the papers and ask you to check the claim.\n\nIf anything is missing, please tell us all of it at once; we pass it on.\n\nS Street station, {today}',
      ),
    },
  },
  guide: {
    sections: [
      {
        id: 'today',
        title: say('现在多数不用寄材料了', 'Today most bills need no posting'),
        text: say(
          '先在“国家医保服务平台”或打洪湖医保电话备案，再到联网医院看病，出院时直接结算。报什么看广州的目录，报多少看洪湖的政策。',
          'Register first on the national insurance service platform or by phone with Honghu, then go to a connected hospital: the bill is settled when you leave. What is covered follows Guangzhou’s list, how much follows Honghu’s rules.',
        ),
      },
      {
        id: 'agreement',
        title: say('两家协议医院', 'The two hospitals of the agreement'),
        text: say(
          '街道和洪湖有合作协议，两家医院的医保窗口熟悉洪湖的手续。协议到期后，这里会写明改怎么办。',
          'The street has an agreement with Honghu; the insurance windows of two hospitals know its procedures. When it ends, this page says what applies instead.',
        ),
      },
      {
        id: 'late',
        title: say('没备案就看了病', 'Treated without registering first'),
        text: say(
          '可以补备案再按规定报，比例可能低一些。急诊抢救的视同已备案。',
          'Register afterwards and claim by the rules, perhaps at a lower rate. Emergency treatment counts as registered.',
        ),
      },
    ],
    sources: [
      { title: settlement, date: '2018-12-29' },
      {
        title: say(
          '《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》（医保发〔2022〕22号）',
          'Notice on direct settlement of medical care in other provinces (Yibaofa 2022/22)',
        ),
        date: '2023-01-01',
      },
      { title: say('《医疗保障基金使用监督管理条例》', 'Regulations on the Use of Medical Security Funds'), date: '2021-05-01' },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'paid', outcome: 'granted', text: say('洪湖已审核打款', 'Honghu has paid') },
    {
      id: 'settledOnSpot',
      outcome: 'granted',
      text: say('帮您补备案，医院当场结了', 'Registered for you, and the hospital settled it on the spot'),
    },
    {
      id: 'notCovered',
      outcome: 'refused',
      text: say('这笔费用不在医保支付范围', 'This cost is not covered'),
      law: settlement,
      instead: say(
        '可以要求洪湖书面说明并申请复核；看病花销大的，可以申请临时救助。',
        'Ask Honghu for reasons in writing and a review; for heavy costs apply for temporary relief.',
      ),
    },
    {
      id: 'notInsured',
      outcome: 'refused',
      text: say('看病时不在参保期内', 'Not insured at the time of treatment'),
      law: settlement,
      instead: say(
        '帮您看明年怎么参保，在广州上班的可以参加职工医保。',
        'We help you insure for next year; if you work in Guangzhou you can join the employees’ scheme.',
      ),
    },
    {
      id: 'otherPlace',
      outcome: 'referred',
      text: say('参保地不在洪湖', 'Insured somewhere else'),
      instead: say(
        '把那边的地址、电话和要的材料打印给您，材料还给您。',
        'We print that office’s address, phone and list, and hand your papers back.',
      ),
    },
  ],
  form: {
    id: 'honghuReimbursement',
    version: 1,
    pages: [
      {
        id: 'person',
        title: say('给谁报？', 'Whose bill is it?'),
        fields: [
          {
            id: 'forWhom',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'self', label: say('我自己', 'Mine') },
              { value: 'relative', label: say('家人', 'A relative’s') },
            ],
          },
        ],
      },
      {
        id: 'patientPage',
        title: say('看病的人叫什么？', 'Who was treated?'),
        visibleWhen: { field: 'forWhom', equals: 'relative' },
        fields: [{ id: 'patient', kind: 'person', required: true, relation: 'needed' }],
      },
      {
        id: 'insurance',
        title: say('医保在哪里交的？', 'Where is the insurance paid?'),
        fields: [
          {
            id: 'insuredIn',
            kind: 'choice',
            required: true,
            options: [
              { value: 'honghu', label: say('洪湖', 'Honghu') },
              { value: 'elsewhere', label: say('别的地方', 'Somewhere else') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('带身份证到窗口，几分钟就能查到。', 'Bring the ID card; the desk can find out in minutes.'),
              service: 'socialSecurityEnquiry',
            },
          },
        ],
      },
      {
        id: 'hospital',
        title: say('在哪家医院看的？', 'Which hospital?'),
        fields: [
          {
            id: 'hospitalKind',
            kind: 'choice',
            label: say('医院', 'Hospital'),
            required: true,
            options: [
              { value: 'agreementOne', label: say('协议医院（一）', 'Agreement hospital one') },
              { value: 'agreementTwo', label: say('协议医院（二）', 'Agreement hospital two') },
              { value: 'otherConnected', label: say('广州的其他医院', 'Another hospital in Guangzhou') },
            ],
            none: {
              label: say('都不是，或说不清', 'None of these, or not sure'),
              leadsTo: say('看一下发票上的章，窗口也能认。', 'Look at the stamp on the invoice; the desk can tell too.'),
            },
          },
          {
            id: 'kind',
            kind: 'choice',
            label: say('住院还是门诊', 'Stayed in, or outpatient?'),
            required: true,
            complete: true,
            options: [
              { value: 'inpatient', label: say('住院', 'Stayed in hospital') },
              { value: 'outpatient', label: say('门诊', 'Outpatient') },
            ],
          },
        ],
      },
      {
        id: 'settlement',
        title: say('出院时当场结算了吗？', 'Was it settled when you left?'),
        help: say('当场结算的，发票上有“医保支付”一栏。', 'If it was, the invoice has a line “paid by insurance”.'),
        fields: [
          {
            id: 'settled',
            kind: 'yesNo',
            required: true,
            none: { label: say('看不懂', 'Cannot tell'), leadsTo: say('把发票拍给窗口，帮您看。', 'Show the invoice to the desk.') },
          },
        ],
      },
      {
        id: 'bill',
        title: say('发票上一共多少钱？', 'How much is on the invoice?'),
        help: say('大概也行，以发票为准。不用写得了什么病。', 'Roughly; the invoice decides. Never write what the illness was.'),
        fields: [
          { id: 'amount', kind: 'money', label: say('金额（元）', 'Amount (yuan)'), required: true, least: 1, most: 100_000_000 },
          {
            id: 'month',
            kind: 'month',
            label: say('哪个月看的', 'Month of treatment'),
            required: true,
            least: '2020-01-01',
            most: { daysFromToday: 0 },
          },
        ],
      },
      {
        id: 'identity',
        title: say('看病的人的身份证号', 'ID number of the person treated'),
        help: say(
          '洪湖医保按身份证号找参保记录。加密保存，办结就删除。',
          'Honghu finds the insurance by it. Stored encrypted, deleted when the case closes.',
        ),
        fields: [{ id: 'idNumber', kind: 'idNumber', required: true, sensitive: true }],
      },
      contactPage,
      remarksPage,
    ],
  },
}
