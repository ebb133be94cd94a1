import type { Condition, EligibilityRule, FormDefinition, Page } from '@ronghe/forms'

/** The fields a condition looks at, without the part after the dot. */
export const fieldsIn = (condition: Condition | undefined): readonly string[] =>
  condition === undefined
    ? []
    : 'all' in condition
      ? condition.all.flatMap(fieldsIn)
      : 'any' in condition
        ? condition.any.flatMap(fieldsIn)
        : 'not' in condition
          ? fieldsIn(condition.not)
          : [condition.field.split('.')[0]!]

/**
 * The part of a form that settles "may I": the questions its rules look at, and those that decide whether these are asked. Pages keep
 * their order, so whatever a condition needs has been asked before it.
 */
export function questionsOf(form: FormDefinition, rules: readonly EligibilityRule[]): FormDefinition {
  const needed = new Set(rules.flatMap((rule) => [...fieldsIn(rule.when), ...fieldsIn(rule.unsureWhen)]))
  const has = (page: Page): boolean => page.fields.some((field) => needed.has(field.id)) || needed.has(page.id)
  for (let before = -1; before !== needed.size;) {
    before = needed.size
    for (const page of form.pages.filter(has)) {
      fieldsIn(page.visibleWhen).forEach((field) => needed.add(field))
      for (const field of page.fields.filter(({ id }) => needed.has(id))) fieldsIn(field.visibleWhen).forEach((one) => needed.add(one))
    }
  }
  return {
    ...form,
    pages: form.pages
      .filter(has)
      .map((page) => (page.repeat ? page : { ...page, fields: page.fields.filter(({ id, kind }) => needed.has(id) || kind === 'notice') })),
  }
}
