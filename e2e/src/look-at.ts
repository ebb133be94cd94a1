import type { Page } from 'playwright-core'
import type { Addresses } from './council-year.ts'
import { axeFindings, sidewaysOverflow, type Visit } from './flow.ts'
import { shoot } from './shots.ts'

/** Opens what each of them opens, and says what is wrong with the pages. */
export async function lookAt(
  folder: string,
  some: readonly Addresses[],
  open: (visit: Visit) => Promise<Page>,
  titles = 'main h1, main h2',
): Promise<readonly string[]> {
  const found: string[] = []
  let number = 0
  for (const [who, theirs] of Map.groupBy(some, (one) => one.who)) {
    const page = await open(who === null ? {} : { as: who })
    for (const address of theirs.flatMap(({ addresses }) => addresses)) {
      await page.goto(address)
      const titled = await page
        .locator(titles)
        .first()
        .waitFor()
        .then(
          () => true,
          () => false,
        )
      if (!titled) found.push(`${who} ${address}: no title`)
      await page.waitForLoadState('networkidle')
      number += 1
      await shoot(page, `${folder}-${String(number).padStart(2, '0')}`)
      const outside = await sidewaysOverflow(page)
      if (outside !== 0) found.push(`${who} ${address}: sticks out by ${outside} px`)
      for (const finding of await axeFindings(page)) found.push(`${who} ${address}: ${finding}`)
    }
    await page.context().close()
  }
  return found
}
