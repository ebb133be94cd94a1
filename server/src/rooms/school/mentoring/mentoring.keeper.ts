import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import { mentoringSkills } from '@ronghe/contract/school/mentoring-choices.ts'
import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { callOffMeetings, goalsOf, meetingsOf, pairsOf, sideOf, whyOf } from './pair-rows.ts'
import { closePair } from './pairs.ts'
import { ownProfiles, withdrawProfile } from './profiles.ts'

/** Offers, wishes and pairs. A pair goes whole: it was between two, and the other one waits for somebody again. */
export const mentoringKeeper: KeeperPart = {
  tables: ['mentoring_profile', 'mentoring_pair', 'mentoring_goal', 'mentoring_meeting'],

  async open(deed, personId) {
    const running = (await pairsOf(deed, personId)).filter(({ state }) => state === 'agreed')
    return running.map((row): OpenItem => {
      const skill = mentoringSkills[whyOf(row).skill]
      return {
        room: 'school',
        kind: 'mentoringPair',
        id: row.id,
        title: { 'zh-CN': `传帮带：${skill['zh-CN']}`, en: `Mentoring: ${skill.en}` },
        becomes: 'ends',
        note: {
          'zh-CN': '这一对到此结束，约好的见面取消，对方可以另外配人。',
          en: 'The pair ends, meetings to come are called off, and the other one can be matched again.',
        },
      }
    })
  },

  async export(deed, personId) {
    const [profiles, pairs] = [await ownProfiles(deed, personId), await pairsOf(deed, personId)]
    if (profiles.length + pairs.length === 0) return {}
    const told = []
    for (const row of pairs)
      told.push({
        side: sideOf(row, personId),
        why: whyOf(row),
        state: row.state,
        agreedOn: row.agreed_on,
        closedOn: row.closed_on,
        because: row.because,
        goals: await goalsOf(deed, row.id),
        meetings: await meetingsOf(deed, row.id),
      })
    return {
      mentoring: {
        profiles: profiles.map(({ side, skills, languages, times, places, channel, since }) => ({
          side,
          skills,
          languages,
          times,
          places,
          channel,
          since,
        })),
        pairs: told,
      },
    }
  },

  /** What was offered goes with the consent; a pair that rested on it ends, and its meetings are called off. */
  async consentEnded(deed, personId, purpose) {
    if (purpose !== 'mentoring') return
    for (const { side } of await ownProfiles(deed, personId))
      await withdrawProfile(deed, personId, side === 'mentor' ? 'mentor' : 'learner')
    for (const row of await pairsOf(deed, personId)) if (row.state === 'agreed') await closePair(deed, row, 'another')
  },

  async forget(deed, personId) {
    for (const { id } of await pairsOf(deed, personId)) {
      await callOffMeetings(deed, id)
      await deed.tx.deleteFrom('mentoring_pair').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
    }
    await deed.tx.deleteFrom('mentoring_profile').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
