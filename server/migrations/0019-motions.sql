-- Motions of the council, from the first draft to the vote, and the agenda of its meetings.

-- A numbered motion is a public act and stays. `version` counts the texts; the older ones lie in motion_version.
create table motion (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  state text not null check (state in ('draft', 'seekingSupport', 'filed', 'admitted', 'returned', 'onAgenda', 'moved', 'seconded', 'debated', 'putToVote', 'carried', 'rejected', 'postponed', 'referred', 'withdrawn')),
  kind text not null check (kind in ('ordinary', 'charter', 'money', 'exclusion', 'person')),
  origin text not null check (origin in ('delegate', 'residents')),
  -- Null once the account is closed. Of a resident's motion the author is shown to nobody.
  author_id uuid,
  -- A delegate's own; of a residents' motion that of most supporters, worked out once, at filing, and null where they are few.
  bench text check (bench in ('newcomers', 'locals')),
  -- Given at filing, without gaps in a council's year.
  year int,
  number int,
  title jsonb not null,
  reasons jsonb not null,
  summary jsonb,
  -- What is resolved, line by line: amendments name lines. The translation is read beside it and not voted on.
  lines text[] not null,
  translation text[],
  -- The words of a draft lie here, and title, reasons, lines, doer and roles are empty until its author makes them public.
  draft_sealed bytea,
  version int not null default 1,
  doer jsonb not null,
  by_day date,
  cost_cents bigint check (cost_cents >= 0),
  -- What government, social organisations and residents each do.
  roles jsonb not null default '{}',
  -- The organ that would gain, pay or be bound: whoever has an interest in it may not support.
  about_organ uuid,
  -- Of an exclusion: the term of the delegate it would end, public as the seat is.
  excluded_term uuid,
  lane_id uuid,
  charter_version_id uuid,
  conversation_id uuid,
  statement_ids uuid[] not null default '{}',
  merged_concern_id uuid,
  exempt_as text check (exempt_as in ('unequalTreatment', 'safety', 'unpaidWages')),
  ground text check (ground in ('met', 'exempt', 'notYet', 'notRequired')),
  -- Both groups' figures as they stood at filing, and how many residents stood behind it.
  ground_figures jsonb,
  supporters int,
  created_at timestamptz not null,
  seeking_at timestamptz,
  support_until date,
  reminded_on date,
  filed_on date,
  screen_by date,
  screen_alarm_on date,
  screened_on date,
  screened_by_post uuid,
  return_reason jsonb,
  appeal_until date,
  appealed_on date,
  appeal_words text,
  appeal_outcome text check (appeal_outcome in ('upheld', 'dismissed')),
  -- The clerk's recommendation and why: {way, reason}.
  procedure jsonb,
  meetings_waited int not null default 0,
  meeting_id uuid,
  decided_on date,
  outcome jsonb,
  primary key (street_id, id),
  constraint motion_number_key unique (street_id, council_id, year, number),
  check ((number is null) = (filed_on is null)),
  check (state <> 'draft' or draft_sealed is not null),
  check (draft_sealed is null or (state in ('draft', 'withdrawn') and seeking_at is null and filed_on is null)),
  check (excluded_term is null or kind = 'exclusion'),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, author_id) references person (street_id, id),
  foreign key (street_id, about_organ) references organ (street_id, id),
  foreign key (street_id, excluded_term) references seat_term (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id),
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
create index motion_state on motion (street_id, council_id, state, filed_on);
create index motion_author on motion (street_id, author_id) where author_id is not null;
create index motion_meeting on motion (street_id, meeting_id) where meeting_id is not null;
select protect('motion');

-- Residents who support. Never listed: only how many is shown. The group as it stood when support was asked for decides the bench at filing and
-- is then forgotten. A signature on paper names its sheet and counts once a second person has compared sheet and entry.
create table motion_support (
  street_id uuid not null,
  motion_id uuid not null,
  person_id uuid not null,
  "group" text check ("group" in ('newcomer', 'local', 'unstated')),
  supported_on date not null,
  sheet text,
  entered_by uuid,
  confirmed_on date,
  constraint motion_support_once primary key (street_id, motion_id, person_id),
  check ((sheet is null) = (entered_by is null)),
  foreign key (street_id, motion_id) references motion (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, entered_by) references person (street_id, id)
);
create index motion_support_entered on motion_support (street_id, entered_by) where entered_by is not null;
create index motion_support_person on motion_support (street_id, person_id);
select protect('motion_support');

-- Delegates who sign with the mover: an act of their office, public with the seat. It counts as support and as the second.
create table motion_cosign (
  street_id uuid not null,
  motion_id uuid not null,
  seat_term_id uuid not null,
  person_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  signed_on date not null,
  constraint motion_cosign_once primary key (street_id, motion_id, seat_term_id),
  foreign key (street_id, motion_id) references motion (street_id, id) on delete cascade,
  foreign key (street_id, seat_term_id) references seat_term (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index motion_cosign_person on motion_cosign (street_id, person_id);
select protect('motion_cosign');

-- Everything that happened to a motion, numbered; shown on its page.
create table motion_event (
  street_id uuid not null,
  motion_id uuid not null,
  seq int not null,
  kind text not null,
  at timestamptz not null,
  by_post uuid,
  by_author boolean not null default false,
  meeting_id uuid,
  details jsonb not null default '{}',
  primary key (street_id, motion_id, seq),
  foreign key (street_id, motion_id) references motion (street_id, id) on delete cascade,
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
select protect('motion_event');

create table motion_version (
  street_id uuid not null,
  motion_id uuid not null,
  version int not null,
  lines text[] not null,
  from_day date not null,
  amendment_id uuid,
  primary key (street_id, motion_id, version),
  foreign key (street_id, motion_id) references motion (street_id, id) on delete cascade
);
select protect('motion_version');

-- A replacement of the lines from_line..to_line of one version; to_line = from_line - 1 inserts before from_line.
create table amendment (
  street_id uuid not null,
  id uuid not null,
  motion_id uuid not null,
  number int not null,
  author_id uuid,
  bench text check (bench in ('newcomers', 'locals')),
  version int not null,
  from_line int not null check (from_line > 0),
  to_line int not null,
  lines text[] not null,
  reason text not null,
  state text not null check (state in ('open', 'merged', 'rejected', 'withdrawn', 'overtaken')),
  decided_by text check (decided_by in ('mover', 'vote')),
  proposed_on date not null,
  decided_on date,
  meeting_id uuid,
  primary key (street_id, id),
  constraint amendment_number_key unique (street_id, motion_id, number),
  check (to_line >= from_line - 1),
  foreign key (street_id, motion_id) references motion (street_id, id) on delete cascade,
  foreign key (street_id, author_id) references person (street_id, id),
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
create index amendment_author on amendment (street_id, author_id) where author_id is not null;
select protect('amendment');

-- A signed written opinion: of the council's branch, a department, any organ; all alike.
create table motion_opinion (
  street_id uuid not null,
  id uuid not null,
  motion_id uuid not null,
  organ_id uuid not null,
  post_id uuid not null,
  words text not null,
  given_on date not null,
  primary key (street_id, id),
  constraint motion_opinion_organ unique (street_id, motion_id, organ_id),
  foreign key (street_id, motion_id) references motion (street_id, id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, post_id) references post (street_id, id)
);
select protect('motion_opinion');

-- The agenda of one meeting: proposed by the rule, confirmed by the clerk and sent out.
create table agenda (
  street_id uuid not null,
  meeting_id uuid not null,
  state text not null check (state in ('proposed', 'confirmed')),
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by_post uuid,
  -- Fewer days ahead than the charter says: why, in words that are printed.
  late_reason text,
  primary key (street_id, meeting_id),
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
select protect('agenda');

create table agenda_item (
  street_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position int not null check (position > 0),
  kind text not null check (kind in ('appeal', 'minutes', 'motion', 'report', 'practice')),
  motion_id uuid,
  title jsonb not null,
  bench text check (bench in ('newcomers', 'locals')),
  -- Why it stands here: {rule, ...}. The page puts it in words.
  why jsonb not null,
  moved_from int,
  moved_because text,
  moved_by_post uuid,
  primary key (street_id, id),
  constraint agenda_item_place unique (street_id, meeting_id, position) deferrable initially deferred,
  constraint agenda_item_motion unique (street_id, meeting_id, motion_id, kind),
  check (motion_id is not null or kind not in ('motion', 'appeal')),
  foreign key (street_id, meeting_id) references agenda (street_id, meeting_id) on delete cascade,
  foreign key (street_id, motion_id) references motion (street_id, id)
);
select protect('agenda_item');
