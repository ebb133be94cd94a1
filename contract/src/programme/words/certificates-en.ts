/** What the server says about certificates. */
export const certificateRefusals = {
  'no-certificate': 'There is no such certificate.',
  'no-achievement': 'There is no such achievement.',
  'certificate-code-wrong': 'The code does not fit. Please type it as it is printed on the paper.',
  'certificate-revoked-already': 'This certificate was taken back already.',
  'certificate-of-another-organ': 'This certificate was issued by another organ, which has to take it back itself.',
  'certificate-kind-service': 'Volunteering',
  'certificate-kind-course': 'Course completion',
  'certificate-kind-commendation': 'Commendation',
  'certificate-hours': 'Hours',
  'message-certificate-issued': 'You have a new certificate, to download or print.',
  'message-certificate-revoked': 'One of your certificates was taken back; the reason is given there. You can object.',
} as const
