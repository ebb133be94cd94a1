/** Services with a way of their own: hazards are about things and need no account, mediation is seen by its parties only. */
const ways: Readonly<Record<string, { readonly to: string; readonly search?: Record<string, unknown> }>> = {
  hazardLamp: { to: '/hazards/new', search: { kind: 'lamp' } },
  hazardRubbish: { to: '/hazards/new', search: { kind: 'rubbish' } },
  hazardLift: { to: '/hazards/new', search: { kind: 'lift' } },
  hazardWater: { to: '/hazards/new', search: { kind: 'water' } },
  mediation: { to: '/mediation/new' },
}

export const filedElsewhere = (service: string) => (Object.hasOwn(ways, service) ? ways[service] : undefined)
