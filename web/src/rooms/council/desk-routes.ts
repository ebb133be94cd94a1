/** The council's screens at the desk. */
export const councilDeskRoutes = []
