/** The screens of the school for residents. */
export const schoolRoutes = [] as const
