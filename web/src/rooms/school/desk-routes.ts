/** The screens of the school at the desk. */
export const schoolDeskRoutes = [] as const
