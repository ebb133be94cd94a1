/** The screens of the volunteers for residents. */
export const volunteersRoutes = [] as const
