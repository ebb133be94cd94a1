import type { PostKey } from './cast.ts'

export interface StaffMember {
  readonly key: string
  readonly name: string
  readonly phone: string
  readonly posts: readonly PostKey[]
  readonly who: { readonly 'zh-CN': string; readonly en: string }
}

/** Holders of the posts that nobody of the cast holds: the tests need them empty, and in the demo no service may end at an empty desk. */
export const staff: readonly StaffMember[] = [
  {
    key: 'labour',
    name: '苏梅',
    phone: '19900000081',
    posts: ['labourOfficer'],
    who: { 'zh-CN': '人社所经办', en: 'Case officer at the labour office' },
  },
  {
    key: 'civil',
    name: '欧阳静',
    phone: '19900000082',
    posts: ['civilOfficer', 'educationOfficer'],
    who: { 'zh-CN': '社会事务办和教育指导中心经办', en: 'Case officer for civil affairs and education' },
  },
  {
    key: 'culture',
    name: '温乐',
    phone: '19900000083',
    posts: ['cultureOfficer'],
    who: { 'zh-CN': '文化站经办', en: 'Case officer at the culture station' },
  },
  {
    key: 'tax',
    name: '岑立',
    phone: '19900000084',
    posts: ['taxOfficer'],
    who: { 'zh-CN': '税务代征点经办', en: 'Case officer at the tax point' },
  },
  {
    key: 'supervision',
    name: '章正',
    phone: '19900000085',
    posts: ['supervisionReader'],
    who: { 'zh-CN': '监察组接访，看对街道办工作人员的意见', en: 'Supervision group: reads what is said about the street office' },
  },
]
