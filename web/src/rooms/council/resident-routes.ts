/** The council's screens for residents and delegates. */
export const councilRoutes = []
