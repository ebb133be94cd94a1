/** Who is told when a promised day passes: of a case and of a hazard alike. */
export const zh = {
  title: '超时会怎样',
  owner: '提醒经办人',
  supervisor: '告诉主管',
  streetLead: '告诉街道负责人',
  told: '已经告诉了',
}
export type EscalationsWords = typeof zh
