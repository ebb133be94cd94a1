import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard } from './shared-documents.ts'
import { communityPage, contactPage } from './shared-pages.ts'

export const libraryCard: CaseService = {
  mode: 'case',
  key: 'libraryCard',
  version: 1,
  name: say('图书证', 'Library card'),
  summary: say('办一张证，全市图书馆通借，大人孩子都能办。', 'One card for every public library in the city, for adults and children.'),
  department: 'culture',
  domain: 'culture',
  keywords: { 'zh-CN': ['图书馆', '借书', '读者证', '绘本', '自习'], en: ['library', 'books', 'reading'] },
  whoMay: { newcomer: { state: 'open', since: '2018-01-01' }, local: { state: 'open', since: '2018-01-01' } },
  eligibility: [],
  documents: [
    {
      ...idCard,
      help: say(
        '领证时看一眼。孩子用户口簿或监护人的证件。',
        'Shown when you collect it. For a child, the household register or the guardian’s card.',
      ),
      waivable: true,
    },
  ],
  steps: [
    { id: 'file', title: say('提交', 'File'), by: 'resident' },
    { id: 'make', title: say('文化站办好', 'The culture station makes it'), by: 'department', workingDays: 2 },
    { id: 'collect', title: say('到服务站或文化站领', 'Collect it at the station or the library'), by: 'resident' },
  ],
  fee: { cents: 0, text: say('不收费，不用押金', 'Free, no deposit') },
  where: [station, place(['文化站阅览室', 'Culture Station reading room'], ['榕树路5号', '5 Banyan Road'], '020-0000-0105')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('一张读者证', 'A library card'),
  related: ['employment', 'maternalChildHealth'],
  promisedWorkingDays: 2,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'borrow',
        title: say('能借多少', 'How much you can borrow'),
        text: say(
          '数量和天数以图书馆公布的为准，全市通借通还。',
          'Numbers and days are as the library publishes; borrow and return anywhere in the city.',
        ),
      },
      {
        id: 'privacy',
        title: say('借了什么书没人看', 'What you read is your own'),
        text: say(
          '借阅记录由图书馆保管，本平台看不到，也不要。',
          'Loans are the library’s record; this platform neither sees nor wants them.',
        ),
      },
      {
        id: 'children',
        title: say('给孩子办', 'For a child'),
        text: say('监护人办，这里只写小名和年龄段。', 'A guardian applies; only a nickname and an age band are noted here.'),
      },
    ],
    sources: [{ title: say('《公共图书馆法》', 'Public Library Law'), date: '2018-10-26' }],
    ...checked,
  },
  decisionReasons: [
    { id: 'made', outcome: 'granted', text: say('证办好了', 'The card is ready') },
    {
      id: 'hasOne',
      outcome: 'refused',
      text: say('名下已经有一张有效的证', 'There is already a valid card'),
      instead: say('忘了卡号的，帮您找回；丢了的补一张。', 'We find the number again, or replace a lost card.'),
    },
  ],
  form: {
    id: 'libraryCard',
    version: 1,
    pages: [
      {
        id: 'person',
        title: say('给谁办？', 'Who is it for?'),
        fields: [
          {
            id: 'forWhom',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'self', label: say('我自己', 'Me') },
              { value: 'child', label: say('我的孩子', 'My child') },
              { value: 'both', label: say('我和孩子', 'Me and my child') },
            ],
          },
        ],
      },
      {
        id: 'children',
        title: say('孩子怎么称呼？', 'What is the child called?'),
        visibleWhen: { field: 'forWhom', in: ['child', 'both'] },
        repeat: { least: 1, most: 5, itemTitle: say('孩子', 'Child') },
        fields: [
          { id: 'nickname', kind: 'text', label: say('小名', 'Nickname'), required: true, most: 20 },
          {
            id: 'age',
            kind: 'choice',
            label: say('年龄段', 'Age'),
            required: true,
            complete: true,
            options: [
              { value: 'under7', label: say('6 岁以下', '6 and under') },
              { value: 'under13', label: say('7 到 12 岁', '7 to 12') },
              { value: 'under18', label: say('13 到 17 岁', '13 to 17') },
            ],
          },
        ],
      },
      {
        id: 'collecting',
        title: say('到哪里领？', 'Where will you collect it?'),
        fields: [
          {
            id: 'collectAt',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'station', label: say('服务站', 'The service station') },
              { value: 'library', label: say('文化站阅览室', 'The reading room') },
              { value: 'visit', label: say('行动不便，请送上门', 'I cannot easily come: please bring it') },
            ],
          },
        ],
      },
      communityPage,
      contactPage,
    ],
  },
}
