-- What the organs share without knowing each other: when a person is busy, and which organs stand behind a joint item.

-- A shift, a class, a meeting, a duty: nobody is asked to be in two places, and the personal calendar is made from these. The branch never
-- writes here. A row that was called off stays until calendars have seen it.
create table engagement (
  street_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('shift', 'class', 'meeting', 'duty', 'mentoring')),
  thing_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  title jsonb not null,
  place jsonb,
  link text not null,
  cancelled boolean not null default false,
  sequence int not null default 0,
  changed_at timestamptz not null,
  primary key (street_id, person_id, kind, thing_id),
  check (ends_at > starts_at),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index engagement_time on engagement (street_id, person_id, starts_at);
create index engagement_thing on engagement (street_id, kind, thing_id);
select protect('engagement');

-- M2: something organs do together. Its own room knows the rest; here it has a name and a page, so that every organ can list what it took part
-- in. One party is its host.
create table joint_item (
  street_id uuid not null,
  kind text not null check (kind in ('activity', 'course', 'contract', 'jointActivity', 'round')),
  thing_id uuid not null,
  title jsonb not null,
  link text not null,
  on_day date not null,
  primary key (street_id, kind, thing_id)
);
create index joint_item_day on joint_item (street_id, on_day);
select protect('joint_item');

-- Organs only, and as what.
create table joint_party (
  street_id uuid not null,
  kind text not null,
  thing_id uuid not null,
  organ_id uuid not null,
  host boolean not null default false,
  role jsonb not null,
  primary key (street_id, kind, thing_id, organ_id),
  foreign key (street_id, kind, thing_id) references joint_item (street_id, kind, thing_id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create unique index joint_party_host on joint_party (street_id, kind, thing_id) where host;
create index joint_party_organ on joint_party (street_id, organ_id);
select protect('joint_party');
