/** `small`: the named people and what they do. */
export const demoSizes = ['small'] as const
export type DemoSize = (typeof demoSizes)[number]
