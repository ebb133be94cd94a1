import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { OperatorError } from './operator-error.ts'

test('with nothing set, Ronghe listens on this machine only, with its own database and the demo', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, data: './data', database: undefined, demo: true, trustProxy: 0 })
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: 'abc' }, /PORT is wrong: it must be a whole number from 0 to 65535\./],
  [{ PORT: '70000' }, /PORT is wrong/],
  [{ RONGHE_DEMO: 'yes' }, /RONGHE_DEMO is wrong/],
  [{ RONGHE_DTAA: '/srv' }, /RONGHE_DTAA is not a setting of Ronghe \(known: RONGHE_DATA/],
  [{ PUBLIC_URL: 'ronghe.example' }, /PUBLIC_URL is wrong: it must be an address that starts with http:\/\/ or https:\/\/\./],
  [{ DATABASE_URL: 'postgresql://owner@db/ronghe' }, /DATABASE_APP_URL and DATABASE_BRANCH_URL must be set too/],
  [{ SMS_GATEWAY: 'http' }, /SMS_HTTP_URL must be set too, because SMS_GATEWAY is http\./],
  [{ SMTP_URL: 'smtp://mail' }, /MAIL_FROM must be set too/],
  [{ FILES: 's3', S3_BUCKET: 'b' }, /S3_ENDPOINT and S3_ACCESS_KEY and S3_SECRET_KEY must be set too/],
])('a wrong setting is refused with a sentence: %o', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence)
  expect(() => readConfig(env)).toThrow(OperatorError)
})

test('every wrong setting is named at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', RONGHE_X: '1' })).toThrow(/RONGHE_X.*\n.*PORT.*\n.*LOG_LEVEL/)
})

test('a refusal never repeats the value, which may be a password', () => {
  try {
    readConfig({ DATABASE_URL: 'mysql://owner:hunter2@db', SMTP_URL: 'hunter2' })
    expect.unreachable()
  } catch (error) {
    expect(String(error)).not.toContain('hunter2')
  }
})

test('a server of your own is used when all three roles are given', () => {
  const config = readConfig({
    DATABASE_URL: 'postgresql://owner@db/ronghe',
    DATABASE_APP_URL: 'postgresql://app@db/ronghe',
    DATABASE_BRANCH_URL: 'postgresql://branch@db/ronghe',
  })
  expect(config.database?.appUrl).toBe('postgresql://app@db/ronghe')
})

test('a slash at the end of the public address makes no difference', () => {
  expect(readConfig({ PUBLIC_URL: 'https://ronghe.example.cn/' }).publicUrl).toBe('https://ronghe.example.cn')
})
