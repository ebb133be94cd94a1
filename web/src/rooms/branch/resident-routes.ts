/** The screens of the branch for residents. */
export const branchRoutes = [] as const
