import type { DocumentNeed } from '@ronghe/forms'
import { say } from './say.ts'

export const keptWithCase = say('随案件保存，办结 180 天后销毁', 'Kept with the case, destroyed 180 days after it closes')
export const handedBack = say('当场归还', 'Handed back at once')

/** Looked at and handed back: no image of a card is ever kept (D4). */
export const idCard: DocumentNeed = {
  id: 'idCard',
  name: say('身份证', 'ID card'),
  help: say('窗口看一眼就还，不留影像。', 'Shown at the desk and handed back; no image is kept.'),
  alternatives: [
    { id: 'residencePermitCard', name: say('居住证', 'Residence permit') },
    { id: 'socialCard', name: say('社保卡', 'Social security card') },
  ],
  waivable: false,
  handedIn: 'seen',
  keptWhere: handedBack,
}
