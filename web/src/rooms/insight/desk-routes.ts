/** The screens of insight at the desk. */
export const insightDeskRoutes = [] as const
