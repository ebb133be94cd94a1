import * as myData from '@ronghe/contract/people/my-data.ts'
import * as session from '@ronghe/contract/people/session.ts'
import * as signIn from '@ronghe/contract/people/sign-in.ts'
import { expect, test } from 'vitest'
import { correctMyData } from './profile.ts'
import { whoAmI } from './session.tsx'
import { signOut } from './sign-out.ts'

test.each([
  [whoAmI, session.whoAmI],
  [correctMyData, myData.correctMyData],
  [signOut, signIn.signOut],
])('what the start of the app asks without loading the contract is what the contract declares: $id', (named, declared) => {
  expect(named).toEqual({ id: declared.id, method: declared.method, path: declared.path })
})
