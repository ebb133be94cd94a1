-- Visits of the delegates and the merging of what was raised through the council (M12, M13).

-- A visit is to a lane, never to a door or a person: when, where, about what, and what was seen of the place. The id is made on the phone. The
-- parts that two phones may change at once carry the moment of their change (`times`); a value that lost its place is kept in `aside_sealed`
-- until a delegate picks.
create table visit (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  lane_id uuid not null,
  on_day date not null,
  part text not null check (part in ('morning', 'afternoon', 'evening')),
  topics text[] not null default '{}',
  seen_sealed bytea,
  times jsonb not null default '{}',
  aside_sealed bytea,
  edit int not null check (edit > 0),
  -- The clerk's post, where it was entered from paper.
  entered_by_post uuid,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id)
);
create index visit_council on visit (street_id, council_id, on_day desc);
create index visit_lane on visit (street_id, lane_id, on_day desc);
select protect('visit');

-- Which delegates went, by the term they hold: visiting is a public act of the seat.
create table visit_delegate (
  street_id uuid not null,
  visit_id uuid not null,
  term_id uuid not null,
  primary key (street_id, visit_id, term_id),
  foreign key (street_id, visit_id) references visit (street_id, id) on delete cascade,
  foreign key (street_id, term_id) references seat_term (street_id, id)
);
select protect('visit_delegate');

-- What somebody said, word for word, because they ticked that it may be noted. Nothing says who it was: the code on their slip is the only
-- way back to it, and whoever holds it can have the words deleted.
create table visit_words (
  street_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  words_sealed bytea not null,
  consent_version text not null,
  claim_hash bytea not null,
  said_on date not null,
  primary key (street_id, id),
  constraint visit_words_claim_key unique (street_id, claim_hash),
  foreign key (street_id, visit_id) references visit (street_id, id) on delete cascade
);
create index visit_words_visit on visit_words (street_id, visit_id);
select protect('visit_words');

-- Concerns that came from a visit.
create table visit_concern (
  street_id uuid not null,
  visit_id uuid not null,
  concern_id uuid not null,
  primary key (street_id, visit_id, concern_id),
  foreign key (street_id, visit_id) references visit (street_id, id) on delete cascade,
  foreign key (street_id, concern_id) references concern (street_id, id) on delete cascade
);
create index visit_concern_concern on visit_concern (street_id, concern_id);
select protect('visit_concern');

-- Many concerns as one: the public wording of what they share. `concern_id` is the one the others are merged into in the programme's books.
create table merged_concern (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  number int not null check (number > 0),
  -- No foreign key: what all agreed on outlives the one concern that was erased.
  concern_id uuid not null,
  title text not null,
  shared text not null,
  topic text not null,
  state text not null check (state in ('together', 'apart')),
  begun_on date not null,
  ended_on date,
  by_post uuid,
  primary key (street_id, id),
  constraint merged_concern_number_key unique (street_id, council_id, number),
  foreign key (street_id, council_id) references organ (street_id, id)
);
create unique index merged_concern_main on merged_concern (street_id, concern_id) where state = 'together';
select protect('merged_concern');

-- One of the many: which of its points the shared wording leaves out, and what its author says to that. When the concern is erased, the part is.
create table merged_part (
  street_id uuid not null,
  id uuid not null,
  merged_id uuid not null,
  concern_id uuid not null,
  position int not null,
  dropped text[] not null default '{}',
  added_on date not null,
  added_by_post uuid,
  object_by date not null,
  answer text check (answer in ('agreed', 'objected')),
  answered_on date,
  objection_sealed bytea,
  ended_on date,
  ended_because text check (ended_because in ('objected', 'undone')),
  primary key (street_id, id),
  check ((ended_on is null) = (ended_because is null)),
  foreign key (street_id, merged_id) references merged_concern (street_id, id) on delete cascade,
  foreign key (street_id, concern_id) references concern (street_id, id) on delete cascade
);
create unique index merged_part_once on merged_part (street_id, concern_id) where ended_on is null;
create index merged_part_merged on merged_part (street_id, merged_id);
select protect('merged_part');

-- Words that were withdrawn stay withdrawn after a restore.
alter table erasure drop constraint erasure_subject_check;
alter table erasure add constraint erasure_subject_check check (subject in ('person', 'case', 'concern', 'file', 'check-in', 'visitWords'));
