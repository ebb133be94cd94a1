import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { loadVolunteersYear } from '@ronghe/demo/load-volunteers.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import type { Addresses } from './council-year.ts'

/** The programme and the volunteers with everything they did in the demo's year. */
export async function loadVolunteersAndProgramme(town: Town): Promise<void> {
  await town.deed((deed) => loadServices(deed, services))
  await town.deed(loadProgramme)
  await town.deed(loadVolunteersYear)
}

/** Every address of the volunteers and of the programme's parts, with what the demo has there. */
export async function volunteersAndProgrammeAddresses(town: Town): Promise<{
  readonly phone: Readonly<Record<'volunteers' | 'leading' | 'rounds' | 'hours' | 'programme', readonly Addresses[]>>
  readonly desk: Readonly<Record<'volunteers' | 'programme', readonly Addresses[]>>
}> {
  const one = async (query: string, values: readonly unknown[] = []): Promise<string> => {
    const [row] = await town.rows<{ id: string }>(query, [...values])
    if (row === undefined) throw new Error(`the demo has nothing there: ${query}`)
    return row.id
  }
  const [corps, patrol, over] = await Promise.all([
    one("select id from team where kind = 'corps'"),
    one("select id from team where kind = 'patrol'"),
    one('select id from team where closed_on is not null'),
  ])
  const shiftOf = (which: string) =>
    one(
      `select s.id from shift s join activity a on a.street_id = s.street_id and a.id = s.activity_id where ${which} order by s.starts_at limit 1`,
    )
  const next = 's.starts_at > now() and s.cancelled_at is null'
  const [lane, night, full, calledOff] = await Promise.all([
    shiftOf(`${next} and a.kind <> 'patrol' and a.briefing is null`),
    shiftOf(`${next} and a.kind = 'patrol'`),
    shiftOf(`${next} and a.with_children`),
    shiftOf('s.starts_at > now() and s.cancelled_at is not null'),
  ])
  const past = await one(
    `select s.id from shift s join activity a on a.street_id = s.street_id and a.id = s.activity_id
     where s.ends_at < now() and a.team_id = $1 order by s.ends_at desc limit 1`,
    [corps],
  )
  const own = await one(
    `select s.id from shift s join sign_up u on u.street_id = s.street_id and u.shift_id = s.id
     where s.starts_at > now() and u.person_id = $1 order by s.starts_at limit 1`,
    [town.idOf('chen')],
  )
  const activityOf = (shift: string) => one('select activity_id as id from shift where id = $1', [shift])
  const [laneWork, nightWork, fullWork] = await Promise.all([activityOf(lane), activityOf(night), activityOf(full)])
  const idea = await one("select id from activity where state = 'proposed' limit 1")
  const whoIs = (id: string): CastKey => (Object.keys(cast) as CastKey[]).find((key) => town.idOf(key) === id)!
  const roundOf = async (which: string): Promise<Addresses> => {
    const [round] = await town.rows<{ id: string; person_id: string }>(
      `select r.id, u.person_id from patrol_round r join shift s on s.street_id = r.street_id and s.id = r.shift_id
       join sign_up u on u.street_id = s.street_id and u.shift_id = s.id and u.state = 'placed' where ${which} limit 1`,
    )
    if (round === undefined) throw new Error(`the demo has no such patrol: ${which}`)
    return { who: whoIs(round.person_id), addresses: ['/volunteers/patrols', `/volunteers/patrols/${round.id}`] }
  }
  const patrols = [await roundOf('s.starts_at > now()'), await roundOf('s.ends_at < now()')]
  const [visit] = await town.rows<{ id: string; who: string }>(
    'select id, first_id as who from care_visit where ends_at > now() order by ends_at limit 1',
  )
  const paper = await one('select shift_id as id from shift_presence where way = $1 order by entered_at desc limit 1', ['paper'])
  const certificates = await town.rows<{ id: string; person_id: string }>('select id, person_id from certificate order by issued_at')
  const rounds = await town.rows<{ id: string }>('select id from commendation_round order by year')
  const projects = await town.rows<{ id: string }>('select id from contract_project order by id')
  const agreement = await one('select id from agreement limit 1')
  const together = await town.rows<{ id: string }>('select id from joint_activity order by starts_at')
  const notice = await one('select notice_id as id from notice_passing where asked is not null limit 1')
  const v = '/volunteers'
  const mine = certificates.find(({ person_id }) => person_id === town.idOf('chen'))
  return {
    phone: {
      volunteers: [
        { who: null, addresses: [v, `${v}/teams`, `${v}/teams/${corps}`, `${v}/shifts/${lane}`] },
        { who: 'chen', addresses: ['/', v, `${v}/me`, `${v}/propose`, `${v}/guardian`, `${v}/teams/${corps}`, `${v}/teams/${over}`] },
        { who: 'chen', addresses: [laneWork, nightWork, fullWork].map((id) => `${v}/activities/${id}`) },
        { who: 'chen', addresses: [lane, night, full, calledOff, own, past].map((id) => `${v}/shifts/${id}`) },
        { who: 'chen', addresses: [`${v}/shifts/${own}/check-in`] },
        { who: 'auntHuang', addresses: [v, `${v}/me`, `${v}/shifts/${full}`] },
      ],
      leading: [
        { who: 'qinYuelan', addresses: [v, `${v}/me`, `${v}/work`, `${v}/work/new`, `${v}/work/${laneWork}`, `${v}/work/${idea}`] },
        { who: 'qinYuelan', addresses: [`${v}/work/${laneWork}/change`, `${v}/teams/${corps}`, `${v}/teams/${corps}/members`] },
        { who: 'qinYuelan', addresses: [`${v}/teams/${corps}/roster`, `${v}/shifts/${lane}/code`, `${v}/shifts/${past}/list`] },
        { who: 'heDali', addresses: [`${v}/teams/${patrol}`, `${v}/teams/${patrol}/patrol`, `${v}/teams/${patrol}/roster`] },
      ],
      rounds: [
        ...patrols,
        { who: null, addresses: [`${v}/complain`, `${v}/care/paper`] },
        { who: 'chen', addresses: [`${v}/invitations`, `${v}/patrols`, `${v}/visits`, `${v}/care`, `${v}/care/ask`, `${v}/care/family`] },
        { who: 'fengGuiying', addresses: [v, `${v}/care`] },
        { who: 'shiHui', addresses: [`${v}/care-alerts`] },
        ...(visit ? [{ who: whoIs(visit.who), addresses: [`${v}/visits`, `${v}/visits/${visit.id}`] }] : []),
      ],
      hours: [
        { who: 'chen', addresses: [`${v}/hours`, `${v}/hours/confirm`, `${v}/hours/proof`, `${v}/hours-checks`, `${v}/giving`] },
        { who: 'auntHuang', addresses: [`${v}/hours`, `${v}/thanks/${corps}`] },
        { who: 'maoXia', addresses: [`${v}/hours`, `${v}/hours/confirm`] },
        { who: null, addresses: ['/verify', ...certificates.slice(0, 2).map(({ id }) => `/verify/${id}`)] },
        { who: 'chen', addresses: ['/me/certificates', ...(mine ? [`/me/certificates/${mine.id}`] : [])] },
        { who: 'heYong', addresses: ['/me/certificates'] },
      ],
      programme: [
        { who: null, addresses: ['/commendations', ...rounds.map(({ id }) => `/commendations/${id}`)] },
        { who: 'chen', addresses: ['/me/commendations', `/commendations/${rounds[0]!.id}`] },
        ...rounds
          .slice(-1)
          .map(({ id }) => ({ who: 'heDali' as const, addresses: [`/commendations/${id}/nominate`, '/me/commendations'] })),
        { who: null, addresses: ['/contracts', ...projects.map(({ id }) => `/contracts/${id}`)] },
        { who: null, addresses: ['/embedding', '/together', ...together.slice(0, 2).map(({ id }) => `/together/${id}`)] },
        { who: null, addresses: ['/agreements', `/agreements/${agreement}`, '/organs', '/notices', `/notices/${notice}`] },
        { who: 'chen', addresses: ['/me/calendar', '/me'] },
        { who: 'zhou', addresses: [`/notices/${notice}`, '/me/calendar'] },
      ],
    },
    desk: {
      volunteers: [
        { who: 'luMeng', addresses: ['', '/volunteers/work', '/volunteers/work/new', `/volunteers/work/${nightWork}`] },
        { who: 'luMeng', addresses: [`/volunteers/work/${laneWork}/change`, `/volunteers/shifts/${past}/list`, '/volunteers/teams'] },
        { who: 'luMeng', addresses: [`/volunteers/teams/${corps}/members`, '/volunteers/people', '/volunteers/hours-paper'] },
        { who: 'luMeng', addresses: [`/volunteers/hours-paper/${paper}`, '/volunteers/thanks', '/together', '/certificates'] },
        { who: 'qinYuelan', addresses: ['', `/volunteers/shifts/${lane}/code`] },
        { who: 'heDali', addresses: ['/volunteers/work'] },
        { who: 'yuFei', addresses: ['', '/volunteers/hours-audit'] },
        { who: 'shiHui', addresses: ['', '/volunteers/care'] },
        { who: 'weiQing', addresses: ['', '/volunteers/worries'] },
      ].map(({ who, addresses }) => ({ who, addresses: addresses.map((address) => `/desk${address}`) })) as Addresses[],
      programme: [
        { who: 'officerLin', addresses: ['/commendations', '/commendations/new', ...rounds.map(({ id }) => `/commendations/${id}`)] },
        { who: 'officerLin', addresses: rounds.slice(-1).map(({ id }) => `/commendations/${id}/paper`) },
        { who: 'officerLin', addresses: ['/contracts', '/contracts/new', ...projects.map(({ id }) => `/contracts/${id}`)] },
        { who: 'officerLin', addresses: ['/together', '/together/new', `/together/${together[0]!.id}`, '/support', '/notices'] },
        { who: 'officerLin', addresses: [`/together/${together.at(-1)!.id}/change`, '/certificates', '/agreements', '/notices/new'] },
        { who: 'moZhen', addresses: ['/commendation-reviews'] },
        { who: 'zhongHua', addresses: ['', '/commendation-reviews'] },
        { who: 'directorHe', addresses: ['', '/contracts', ...projects.map(({ id }) => `/contracts/${id}`), '/support'] },
        { who: 'liang', addresses: ['/contracts', ...projects.slice(-1).map(({ id }) => `/contracts/${id}`), '/support', '/together'] },
        { who: 'tianRong', addresses: ['', '/contracts', ...projects.slice(0, 1).map(({ id }) => `/contracts/${id}`)] },
        { who: 'ningYu', addresses: ['', '/contracts'] },
      ].map(({ who, addresses }) => ({ who, addresses: addresses.map((address) => `/desk${address}`) })) as Addresses[],
    },
  }
}
