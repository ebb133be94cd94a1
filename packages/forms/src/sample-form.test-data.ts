import type { FormDefinition } from './definition.ts'

/** A small residence-permit form that the tests of this package share. */
export const permit: FormDefinition = {
  id: 'permit',
  version: 1,
  pages: [
    {
      id: 'arrival',
      title: { 'zh-CN': '您是哪个月来的？', en: 'Which month did you come?' },
      fields: [{ id: 'since', kind: 'month', required: true, most: { daysFromToday: 0 } }],
    },
    {
      id: 'ground',
      title: { 'zh-CN': '您有下面哪一样？', en: 'Which of these do you have?' },
      fields: [
        {
          id: 'basis',
          kind: 'choice',
          required: true,
          options: [
            { value: 'job', label: { 'zh-CN': '稳定的工作', en: 'A steady job' } },
            { value: 'dwelling', label: { 'zh-CN': '稳定的住处', en: 'A steady place to live' } },
          ],
          none: {
            label: { 'zh-CN': '都没有，或说不清', en: 'None of these, or not sure' },
            leadsTo: { 'zh-CN': '窗口陪您一起看。', en: 'The desk looks at it with you.' },
          },
        },
      ],
    },
    {
      id: 'employer',
      title: { 'zh-CN': '在哪里上班？', en: 'Where do you work?' },
      visibleWhen: { field: 'basis', equals: 'job' },
      fields: [
        { id: 'firm', kind: 'text', label: { 'zh-CN': '单位名称', en: 'Name of the firm' }, required: true, most: 40 },
        { id: 'firmCode', kind: 'creditCode', label: { 'zh-CN': '信用代码', en: 'Credit code' } },
        { id: 'contract', kind: 'yesNo', label: { 'zh-CN': '签合同了吗？', en: 'Is there a contract?' } },
        {
          id: 'signedOn',
          kind: 'date',
          label: { 'zh-CN': '哪天签的？', en: 'When was it signed?' },
          visibleWhen: { field: 'contract', equals: true },
          required: true,
        },
      ],
    },
    {
      id: 'children',
      title: { 'zh-CN': '有孩子一起住吗？', en: 'Do children live with you?' },
      repeat: { least: 0, most: 3, itemTitle: { 'zh-CN': '孩子', en: 'Child' } },
      fields: [
        { id: 'nickname', kind: 'text', label: { 'zh-CN': '小名', en: 'Nickname' }, required: true },
        { id: 'school', kind: 'yesNo', label: { 'zh-CN': '上学了吗？', en: 'At school?' } },
        {
          id: 'schoolName',
          kind: 'text',
          label: { 'zh-CN': '学校', en: 'School' },
          visibleWhen: { field: 'school', equals: true },
          required: true,
        },
      ],
    },
    {
      id: 'identity',
      title: { 'zh-CN': '证件和联系', en: 'Papers and contact' },
      fields: [
        { id: 'idNumber', kind: 'idNumber', label: { 'zh-CN': '身份证号', en: 'ID number' }, required: true, sensitive: true },
        { id: 'applicant', kind: 'person', label: { 'zh-CN': '申请人', en: 'Applicant' }, known: 'self', required: true, phone: 'needed' },
        { id: 'home', kind: 'address', label: { 'zh-CN': '住址', en: 'Address' }, known: 'address' },
      ],
    },
  ],
}

export const today = '2026-11-23'

/** Answers that may be filed. */
export const filed = {
  since: '2025-03',
  basis: 'job',
  firm: '荆楚印刷厂',
  contract: true,
  signedOn: '2025-03-10',
  children: [{ nickname: '小满', school: true, schoolName: '松柏小学' }],
  idNumber: '11010519491231002X',
  applicant: { name: '陈师傅', phone: '13800000001' },
  home: { community: 'songbai', lane: '5', detail: '3 号 402' },
}
