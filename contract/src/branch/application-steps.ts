import type { Text } from '../values.ts'

export const applicationStages = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const
export type ApplicationStage = (typeof applicationStages)[number]

/** Whose act a step is: the applicant's own, the branch's, or a body above it. */
export type StepBody = 'applicant' | 'branch' | 'above'

export interface ApplicationStep {
  readonly step: number
  readonly stage: ApplicationStage
  readonly body: StepBody
  readonly name: Text
}

const steps = (stage: ApplicationStage, from: number, all: readonly (readonly [StepBody, string, string])[]): readonly ApplicationStep[] =>
  all.map(([body, chinese, english], index) => ({ step: from + index, stage, body, name: { 'zh-CN': chinese, en: english } }))

/** The five stages and twenty-five steps (《中国共产党发展党员工作细则》, 2014): what happens in which order, never what was found in it. */
export const applicationSteps: readonly ApplicationStep[] = [
  ...steps('applicant', 1, [
    ['applicant', '递交入党申请书', 'Application handed in'],
    ['branch', '党组织派人谈话', 'The branch talks with the applicant'],
  ]),
  ...steps('activist', 3, [
    ['branch', '推荐和确定入党积极分子', 'Recommended and chosen as an activist'],
    ['above', '上级党委备案', 'Put on record by the committee above'],
    ['branch', '指定培养联系人', 'Two contacts named'],
    ['branch', '培养教育考察', 'Training, a year or more'],
  ]),
  ...steps('candidate', 7, [
    ['branch', '确定发展对象', 'Chosen as a candidate for admission'],
    ['above', '报上级党委备案', 'Put on record by the committee above'],
    ['branch', '确定入党介绍人', 'Two sponsors named'],
    ['above', '政治审查', 'Political review by the bodies in charge'],
    ['above', '短期集中培训', 'Short course'],
  ]),
  ...steps('probationary', 12, [
    ['branch', '支部委员会审查', 'Looked through by the branch committee'],
    ['above', '上级党委预审', 'First look by the committee above'],
    ['applicant', '填写入党志愿书', 'Letter of intent filled in'],
    ['branch', '支部大会讨论', 'Discussed by the branch meeting'],
    ['above', '上级党委派人谈话', 'Talk with somebody sent by the committee above'],
    ['above', '上级党委审批', 'Decided by the committee above'],
    ['above', '再上一级党委组织部门备案', 'Put on record one level higher'],
  ]),
  ...steps('full', 19, [
    ['branch', '编入党支部和党小组', 'Assigned to a branch and group'],
    ['applicant', '入党宣誓', 'Oath'],
    ['branch', '继续教育考察', 'Training during probation'],
    ['applicant', '提出转正申请', 'Asks for full membership'],
    ['branch', '支部大会讨论', 'Discussed by the branch meeting'],
    ['above', '上级党委审批', 'Decided by the committee above'],
    ['above', '材料归档', 'Papers filed'],
  ]),
]
/** A floating branch goes no further than this; then it hands over to the formal branch (08, Branch). */
export const lastFloatingStep = 6
