import type { ServiceDefinition } from '@ronghe/forms'
import { civilRelief } from './civil-relief.ts'
import { employment } from './employment.ts'
import { hazardLamp, hazardLift, hazardRubbish, hazardWater } from './hazards.ts'
import { honghuReimbursement } from './honghu-reimbursement.ts'
import { leaseFiling } from './lease-filing.ts'
import { legalAid } from './legal-aid.ts'
import { libraryCard } from './library-card.ts'
import { maternalChildHealth } from './maternal-child-health.ts'
import { mediation } from './mediation.ts'
import { pointsHousehold } from './points-household.ts'
import { pointsSchooling } from './points-schooling.ts'
import { publicRentalHousing } from './public-rental-housing.ts'
import { rentalTax } from './rental-tax.ts'
import { residencePermit } from './residence-permit.ts'
import { socialSecurityEnquiry } from './social-security-enquiry.ts'
import { unpaidWages } from './unpaid-wages.ts'
import { votingAtHome } from './voting-at-home.ts'

/** The catalogue of S Street, in the order it is shown. */
export const services: readonly ServiceDefinition[] = [
  residencePermit,
  leaseFiling,
  honghuReimbursement,
  socialSecurityEnquiry,
  employment,
  unpaidWages,
  legalAid,
  mediation,
  rentalTax,
  civilRelief,
  maternalChildHealth,
  libraryCard,
  pointsSchooling,
  pointsHousehold,
  publicRentalHousing,
  votingAtHome,
  hazardLamp,
  hazardRubbish,
  hazardLift,
  hazardWater,
]
