-- Volunteers: teams, what they do, shifts and who comes (M26).

-- A team of the corps: the corps' own, a patrol, or a task team with a last day. Its leader is a post (M3); its page is public.
create table team (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('corps', 'patrol', 'taskTeam')),
  name jsonb not null,
  purpose jsonb not null,
  dialects text[] not null default '{}',
  leader_post uuid not null,
  ends_on date,
  closed_on date,
  created_at timestamptz not null,
  primary key (street_id, id),
  check ((kind = 'taskTeam') = (ends_on is not null)),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, leader_post) references post (street_id, id)
);
create index team_organ on team (street_id, organ_id);
select protect('team');

-- Leaving deletes the row: nobody is asked why, and nothing remembers it.
create table team_member (
  street_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  -- The post that entered it from paper.
  entered_by_post uuid,
  primary key (street_id, team_id, person_id),
  foreign key (street_id, team_id) references team (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index team_member_person on team_member (street_id, person_id);
select protect('team_member');

-- What a volunteer said about helping. `available` holds a day of the week and a part of the day, such as 6-evening (1 is Monday). Near means
-- the lanes that were named, never where somebody lives. Of somebody under 18 the guardian's paper was seen by a post on a day.
create table volunteer (
  street_id uuid not null,
  person_id uuid not null,
  available text[] not null default '{}',
  near_lanes uuid[] not null default '{}',
  nights boolean not null default false,
  minor boolean not null default false,
  guardian_seen_on date,
  guardian_seen_by uuid,
  entered_by_post uuid,
  changed_at timestamptz not null,
  primary key (street_id, person_id),
  check (minor or guardian_seen_on is null),
  check (not (minor and nights)),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('volunteer');

-- Skills are as people say; where an activity needs it, a post has seen the proof, which holds until a day.
create table volunteer_skill (
  street_id uuid not null,
  person_id uuid not null,
  skill text not null,
  verified_by uuid,
  verified_until date,
  primary key (street_id, person_id, skill),
  check ((verified_by is null) = (verified_until is null)),
  foreign key (street_id, person_id) references volunteer (street_id, person_id) on delete cascade
);
select protect('volunteer_skill');

-- Something volunteers do. A resident may propose it; a team takes it up. A risky one has a briefing, an insurer and a policy (志愿服务条例 17).
create table activity (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  team_id uuid,
  kind text not null check (kind in ('streetInspection', 'environment', 'care', 'patrol', 'taskTeam')),
  state text not null check (
    state in ('proposed', 'declined', 'draft', 'open', 'full', 'running', 'confirmingHours', 'closed', 'cancelled')),
  title jsonb not null,
  about jsonb not null,
  place jsonb not null,
  community_id uuid,
  lane_id uuid,
  risky boolean not null default false,
  briefing jsonb,
  insurer text,
  policy_number text,
  insured_until date,
  -- Children are served: never one adult alone.
  with_children boolean not null default false,
  -- Needed of whoever takes one of a shift's special places.
  needs_skill text,
  needs_proof boolean not null default false,
  needs_dialect text,
  weekly boolean not null default false,
  -- The resident who had the idea; counted by group only, together with others.
  started_by uuid,
  -- Why a proposal was declined or the activity cancelled.
  reason text,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (street_id, id),
  check (not needs_proof or needs_skill is not null),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, team_id) references team (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id),
  foreign key (street_id, community_id) references community (street_id, id)
);
create index activity_team on activity (street_id, team_id);
create index activity_state on activity (street_id, state);
create index activity_started_by on activity (street_id, started_by) where started_by is not null;
select protect('activity');

-- Places of a shift: `special` of them need what the activity needs, the others nothing. `next_turn` is the end of the waiting line; the row's
-- lock is what keeps the line when a hundred sign up at once.
create table shift (
  street_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  minimum int not null check (minimum >= 1),
  maximum int not null,
  special int not null default 0,
  -- Some of it lies in the night.
  night boolean not null,
  -- Where to meet, when it is not the activity's place.
  place jsonb,
  cancelled_at timestamptz,
  cancelled_because text,
  -- That the minimum is not reached was told to everybody.
  below_told_at timestamptz,
  next_turn int not null default 1,
  created_at timestamptz not null,
  primary key (street_id, id),
  check (ends_at > starts_at),
  check (maximum >= minimum),
  check (special >= 0 and special <= maximum),
  foreign key (street_id, activity_id) references activity (street_id, id)
);
create index shift_activity on shift (street_id, activity_id, starts_at);
create index shift_start on shift (street_id, starts_at);
select protect('shift');

-- One turn of one person in the list of a shift (@ronghe/waitlist).
create table sign_up (
  street_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  fits text[] not null,
  turn int not null,
  state text not null check (state in ('waiting', 'offered', 'placed', 'left', 'declined', 'passed')),
  place_kind text,
  offer_until timestamptz,
  asked_before boolean not null default false,
  -- When the briefing was read and confirmed, where there is one.
  briefed_at timestamptz,
  channel text not null check (channel in ('phone', 'paper')),
  entered_by_post uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street_id, id),
  check ((state = 'offered') = (offer_until is not null)),
  check ((state in ('offered', 'placed')) = (place_kind is not null)),
  foreign key (street_id, shift_id) references shift (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create unique index sign_up_once on sign_up (street_id, shift_id, person_id) where state in ('waiting', 'offered', 'placed');
create index sign_up_shift on sign_up (street_id, shift_id);
create index sign_up_person on sign_up (street_id, person_id);
create index sign_up_offer on sign_up (street_id, offer_until) where state = 'offered';
select protect('sign_up');

-- Who was there: by the code that changes on the leader's screen, or from the paper list; both count alike. No place, no device.
create table shift_presence (
  street_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  in_at timestamptz not null,
  out_at timestamptz,
  way text not null check (way in ('code', 'paper')),
  -- Who typed in the paper list, and under which post.
  entered_by uuid,
  entered_by_post uuid,
  entered_at timestamptz not null,
  primary key (street_id, id),
  constraint shift_presence_once unique (street_id, shift_id, person_id),
  check (out_at is null or out_at > in_at),
  check ((way = 'paper') = (entered_by_post is not null)),
  foreign key (street_id, shift_id) references shift (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index shift_presence_person on shift_presence (street_id, person_id, in_at);
select protect('shift_presence');
