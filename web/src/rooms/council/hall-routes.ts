/** What the council shows in the hall. */
export const councilHallRoutes = []
