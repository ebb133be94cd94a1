-- Who might serve when, patrols that look at places, and visits to those who wish to be seen (M26, D4, D11).

-- A proposal for the open shifts of one week of a team. It assigns nobody: each line becomes an invitation that is answered, or goes.
create table roster_proposal (
  street_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  -- The Monday of the week.
  week date not null,
  state text not null check (state in ('computing', 'ready', 'nothingOpen')),
  -- As good as can be, or the best that was found in time.
  proven boolean not null default true,
  asked_by_post uuid not null,
  created_at timestamptz not null,
  primary key (street_id, id),
  -- Asked for again, the same proposal is made anew; whoever was asked already stays asked.
  constraint roster_proposal_week unique (street_id, team_id, week),
  foreign key (street_id, team_id) references team (street_id, id) on delete cascade
);
select protect('roster_proposal');

-- `because` gives reasons as words without numbers. Declining leaves nothing but the answer, and that goes with the week.
create table roster_line (
  street_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  because jsonb not null,
  state text not null check (state in ('proposed', 'asked', 'accepted', 'declined', 'over')),
  primary key (street_id, id),
  unique (street_id, proposal_id, shift_id, person_id),
  foreign key (street_id, proposal_id) references roster_proposal (street_id, id) on delete cascade,
  foreign key (street_id, shift_id) references shift (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index roster_line_person on roster_line (street_id, person_id, state);
create index roster_line_shift on roster_line (street_id, shift_id);
select protect('roster_line');

-- Places nobody was found for: how many, and the reasons, the most frequent first.
create table roster_gap (
  street_id uuid not null,
  proposal_id uuid not null,
  shift_id uuid not null,
  missing int not null,
  because jsonb not null,
  primary key (street_id, proposal_id, shift_id),
  foreign key (street_id, proposal_id) references roster_proposal (street_id, id) on delete cascade,
  foreign key (street_id, shift_id) references shift (street_id, id) on delete cascade
);
select protect('roster_gap');

-- The number on a team's armbands: what somebody who wants to complain has to go by.
create table patrol_armband (
  street_id uuid not null,
  team_id uuid not null,
  number text not null,
  primary key (street_id, team_id),
  constraint patrol_armband_number unique (street_id, number),
  foreign key (street_id, team_id) references team (street_id, id) on delete cascade
);
select protect('patrol_armband');

create table patrol_route (
  street_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  name jsonb not null,
  created_at timestamptz not null,
  ended_on date,
  primary key (street_id, id),
  foreign key (street_id, team_id) references team (street_id, id) on delete cascade
);
create index patrol_route_team on patrol_route (street_id, team_id);
select protect('patrol_route');

-- A place in words within a lane: a stairwell, a fuse box. No coordinates, no door.
create table patrol_checkpoint (
  street_id uuid not null,
  id uuid not null,
  route_id uuid not null,
  place jsonb not null,
  lane_id uuid not null,
  position int not null,
  primary key (street_id, id),
  foreign key (street_id, route_id) references patrol_route (street_id, id) on delete cascade,
  foreign key (street_id, lane_id) references lane (street_id, id)
);
create index patrol_checkpoint_route on patrol_checkpoint (street_id, route_id, position);
select protect('patrol_checkpoint');

-- A shift's way along a route. It knows the day and no hour, and goes after thirty days.
create table patrol_round (
  street_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  shift_id uuid not null,
  route_id uuid not null,
  on_day date not null,
  primary key (street_id, id),
  constraint patrol_round_shift unique (street_id, shift_id),
  foreign key (street_id, team_id) references team (street_id, id) on delete cascade,
  foreign key (street_id, shift_id) references shift (street_id, id),
  foreign key (street_id, route_id) references patrol_route (street_id, id)
);
create index patrol_round_team on patrol_round (street_id, team_id, on_day);
select protect('patrol_round');

-- Done or not done, by the team: not by whom, not when.
create table patrol_tick (
  street_id uuid not null,
  round_id uuid not null,
  checkpoint_id uuid not null,
  done boolean not null,
  primary key (street_id, round_id, checkpoint_id),
  foreign key (street_id, round_id) references patrol_round (street_id, id) on delete cascade,
  foreign key (street_id, checkpoint_id) references patrol_checkpoint (street_id, id) on delete cascade
);
select protect('patrol_tick');

-- Who has read what a patrol may do and may not, before this round.
create table patrol_briefed (
  street_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  primary key (street_id, round_id, person_id),
  foreign key (street_id, round_id) references patrol_round (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index patrol_briefed_person on patrol_briefed (street_id, person_id);
select protect('patrol_briefed');

-- A hazard on its way from one organ to the station, which makes its own report of it and says here what becomes of it. Things, not persons: it
-- keeps the organ's team and the day, and the words only until the station has them.
create table finding (
  street_id uuid not null,
  id uuid not null,
  source text not null check (source in ('patrol')),
  -- The patrol's team; its own room knows it.
  from_id uuid not null,
  kind text not null,
  lane_id uuid not null,
  words_sealed bytea,
  on_day date not null,
  state text not null check (state in ('sent', 'reported', 'checked', 'forwarded', 'fixed', 'notFound', 'referred')),
  report_id uuid,
  number text,
  answer text,
  ended_on date,
  primary key (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id)
);
create index finding_from on finding (street_id, from_id, on_day);
create unique index finding_report on finding (street_id, report_id) where report_id is not null;
select protect('finding');

-- Somebody who wishes to be visited. Name, number and door are read by the pair on shift, around the visit; withdrawing the consent deletes
-- the row at once. `asked` waits for the person's own agreement, when the family asked.
create table care_recipient (
  street_id uuid not null,
  id uuid not null,
  -- What the list shows instead of a name.
  number int not null,
  person_id uuid,
  asked_by uuid,
  channel text not null check (channel in ('phone', 'family', 'paper')),
  state text not null check (state in ('asked', 'agreed')),
  name_sealed bytea,
  phone_sealed bytea,
  address_sealed bytea not null,
  community_id uuid not null,
  rhythm text not null check (rhythm in ('weekly', 'fortnightly', 'monthly')),
  entered_by_post uuid,
  asked_on date not null,
  primary key (street_id, id),
  constraint care_recipient_number unique (street_id, number),
  constraint care_recipient_person unique (street_id, person_id),
  check ((state = 'agreed') = (person_id is not null)),
  foreign key (street_id, community_id) references community (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, asked_by) references person (street_id, id) on delete cascade
);
create index care_recipient_asked_by on care_recipient (street_id, asked_by) where asked_by is not null;
select protect('care_recipient');

-- One visit by two adults on a shift. No word about health has a place here.
create table care_visit (
  street_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  shift_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  -- When it was to end, for how long it is kept; when it takes place, the shift says.
  ends_at timestamptz not null,
  outcome text check (outcome in ('seenWell', 'needsHelp', 'notMet')),
  -- Which case or concern the help became, by its kind and number.
  help_kind text check (help_kind in ('case', 'concern')),
  help_number text,
  channel text check (channel in ('phone', 'paper')),
  -- Not two any more, or the shift called off; not written down by its end; not met; help needed: somebody sees to it.
  alert text check (alert in ('noPair', 'missed', 'notMet', 'needsHelp')),
  alerted_at timestamptz,
  -- How far up it went: the coordinator, their superior, the street's lead.
  alert_level int not null default 0,
  settled_at timestamptz,
  primary key (street_id, id),
  check (first_id <> second_id),
  check ((alert is null) = (alerted_at is null)),
  check ((help_kind is null) = (help_number is null)),
  constraint care_visit_once unique (street_id, shift_id, recipient_id),
  foreign key (street_id, recipient_id) references care_recipient (street_id, id) on delete cascade,
  foreign key (street_id, shift_id) references shift (street_id, id),
  foreign key (street_id, first_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, second_id) references person (street_id, id) on delete cascade
);
create index care_visit_recipient on care_visit (street_id, recipient_id);
create index care_visit_first on care_visit (street_id, first_id);
create index care_visit_second on care_visit (street_id, second_id);
create index care_visit_open on care_visit (street_id, ends_at) where outcome is null;
create index care_visit_alert on care_visit (street_id, alerted_at) where alert is not null and settled_at is null;
select protect('care_visit');

-- A worry about abuse: for one named post, and nobody else of the house. The withdrawal of the consent leaves it standing.
create table care_worry (
  street_id uuid not null,
  id uuid not null,
  -- Whom it is about; empty once they closed their account.
  person_id uuid,
  told_by uuid,
  words_sealed bytea not null,
  state text not null check (state in ('open', 'taken', 'closed')),
  told_at timestamptz not null,
  closed_at timestamptz,
  primary key (street_id, id),
  check ((state = 'closed') = (closed_at is not null)),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, told_by) references person (street_id, id) on delete cascade
);
create index care_worry_person on care_worry (street_id, person_id);
create index care_worry_told_by on care_worry (street_id, told_by);
select protect('care_worry');
