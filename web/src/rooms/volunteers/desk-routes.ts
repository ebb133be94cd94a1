/** The screens of the volunteers at the desk. */
export const volunteersDeskRoutes = [] as const
