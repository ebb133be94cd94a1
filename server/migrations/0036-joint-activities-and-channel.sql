-- What organs do together, notices passed on, and the last two steps of the support ledger.

-- M6: a joint activity among street, social organisations and residents. Who stands behind it lies in joint_party.
create table joint_activity (
  street_id uuid not null,
  id uuid not null,
  title jsonb not null,
  what jsonb not null,
  place jsonb,
  community_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'done', 'cancelled')),
  came_of jsonb,
  because jsonb,
  planned_by uuid not null,
  created_at timestamptz not null,
  primary key (street_id, id),
  check (ends_at > starts_at),
  check ((state = 'done') = (came_of is not null)),
  check ((state = 'cancelled') = (because is not null)),
  foreign key (street_id, community_id) references community (street_id, id)
);
create index joint_activity_time on joint_activity (street_id, starts_at);
select protect('joint_activity');

-- M5: a notice carried down, said per notice and post: a delegate, a lane head or a social worker told people about it. Nobody's reading is kept.
create table notice_passing (
  street_id uuid not null,
  notice_id uuid not null,
  post_id uuid not null,
  on_day date not null,
  -- What people asked back, in the carrier's words, and the answer of the organ that published.
  asked text,
  answer text,
  answered_on date,
  primary key (street_id, notice_id, post_id),
  check (answer is null or asked is not null),
  foreign key (street_id, notice_id) references notice (street_id, id) on delete cascade,
  foreign key (street_id, post_id) references post (street_id, id)
);
select protect('notice_passing');

-- M4: what arrived is confirmed by the organ that asked for it; rooms and equipment are counted in hours; an outcome is asked for when it is due.
alter table support add column hours int check (hours > 0);
alter table support add column level text not null default 'street' check (level in ('street', 'community', 'lane'));
alter table support add column received_on date;
alter table support add column received_by uuid;
alter table support add column outcome_due date;
alter table support add column outcome_asked_on date;
