/** The screens of insight for residents. */
export const insightRoutes = [] as const
