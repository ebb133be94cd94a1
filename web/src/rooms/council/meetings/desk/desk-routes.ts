import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../../platform/session/session.tsx'
import { deskRoot } from '../../../../shell/desk-root.ts'

const clerk = needs('council.clerk')

const list = createRoute({
  getParentRoute: () => deskRoot,
  path: '/council/meetings',
  beforeLoad: clerk,
  component: lazyRouteComponent(() => import('./MeetingList.tsx'), 'MeetingList'),
})
const plan = createRoute({
  getParentRoute: () => list,
  path: 'new',
  component: lazyRouteComponent(() => import('./PlanMeeting.tsx'), 'PlanMeeting'),
})
const poll = createRoute({
  getParentRoute: () => list,
  path: 'ask',
  component: lazyRouteComponent(() => import('./AskForTimes.tsx'), 'AskForTimes'),
})
const one = createRoute({
  getParentRoute: () => list,
  path: '$meetingId',
  component: lazyRouteComponent(() => import('./OneMeeting.tsx'), 'OneMeeting'),
})
const minutes = createRoute({
  getParentRoute: () => deskRoot,
  path: '/council/meetings/$meetingId/minutes',
  beforeLoad: clerk,
  component: lazyRouteComponent(() => import('./EditMinutes.tsx'), 'EditMinutes'),
})
const sheet = createRoute({
  getParentRoute: () => deskRoot,
  path: '/council/meetings/$meetingId/sign-in-sheet',
  beforeLoad: clerk,
  component: lazyRouteComponent(() => import('./SignInSheet.tsx'), 'SignInSheet'),
})

export const meetingDeskRoutes = [list.addChildren([plan, poll, one]), minutes, sheet]
