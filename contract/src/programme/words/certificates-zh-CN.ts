/** What the server says about certificates. */
export const certificateRefusals = {
  'no-certificate': '没有找到这张证书。',
  'no-achievement': '没有这一项。',
  'certificate-code-wrong': '校验码不对，请照纸上的再输一次。',
  'certificate-revoked-already': '这张证书已经撤销了。',
  'certificate-of-another-organ': '这张证书是别的组织发的，请让那个组织撤销。',
  'certificate-kind-service': '志愿服务',
  'certificate-kind-course': '结业',
  'certificate-kind-commendation': '表彰',
  'certificate-hours': '时长（小时）',
  'message-certificate-issued': '您有一张新的证书，可以下载或打印。',
  'message-certificate-revoked': '您的一张证书被撤销了，里面写了原因。有不同意见可以提出来。',
} as const
