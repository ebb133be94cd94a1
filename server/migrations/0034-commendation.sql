-- Commendation (M10): every year a call, nominations, reviews in words, a public notice with its objection window, an award. Party categories are not
-- here: they run in the branch room and leave it only by a publicity consent of their own.

create table commendation_round (
  street_id uuid not null,
  id uuid not null,
  year int not null,
  title jsonb not null,
  summary jsonb not null,
  -- [{key, name}] each: what is looked at, and in which kinds of deed.
  criteria jsonb not null,
  categories jsonb not null,
  state text not null check (state in ('call', 'nominations', 'review', 'publicNotice', 'awarded')),
  nominations_from date not null,
  nominations_until date not null,
  notice_from date,
  notice_until date,
  awarded_on date,
  -- Nominations whose nominee said no: nothing else of them is kept.
  declined int not null default 0 check (declined >= 0),
  -- Counts by category, group and post as they may be shown, settled on the day of the award.
  figures jsonb,
  called_by uuid,
  called_on date not null,
  primary key (street_id, id),
  constraint commendation_round_year_key unique (street_id, year),
  check (nominations_until >= nominations_from),
  check ((state in ('publicNotice', 'awarded')) = (notice_until is not null)),
  foreign key (street_id, called_by) references post (street_id, id)
);
select protect('commendation_round');

create table nomination (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  category text not null,
  by_whom text not null check (by_whom in ('self', 'peer', 'organ')),
  channel text not null check (channel in ('phone', 'paper')),
  nominator_id uuid,
  nominator_organ uuid,
  -- Absent while nobody with that name and number has an account, and for good where everything is on paper.
  nominee_id uuid,
  name_sealed bytea,
  phone_sealed bytea,
  deeds_sealed bytea,
  alias_sealed bytea,
  -- How the nominee wishes to be shown; nothing is public before that is said.
  shown_as text not null default 'none' check (shown_as in ('name', 'alias', 'none')),
  -- The nominee's signature on paper, which is the consent of whoever has no account.
  signed_on date,
  state text not null check (state in ('asked', 'agreed', 'proposed', 'notProposed', 'awarded', 'postponed')),
  reason_sealed bytea,
  decided_by uuid,
  decided_on date,
  nominated_on date not null,
  agreed_on date,
  -- From this day the nightly job counts; an awarded one has none.
  ended_on date,
  primary key (street_id, id),
  check ((state = 'asked') = (agreed_on is null)),
  foreign key (street_id, round_id) references commendation_round (street_id, id),
  foreign key (street_id, nominator_id) references person (street_id, id),
  foreign key (street_id, nominee_id) references person (street_id, id),
  foreign key (street_id, nominator_organ) references organ (street_id, id),
  foreign key (street_id, decided_by) references post (street_id, id)
);
-- Several may nominate one person; in a round that person agrees to one.
create unique index nomination_nominee_key on nomination (street_id, round_id, nominee_id) where state <> 'asked';
create index nomination_round on nomination (street_id, round_id, state);
create index nomination_nominee on nomination (street_id, nominee_id);
create index nomination_nominator on nomination (street_id, nominator_id);
select protect('nomination');

-- Two people read a nomination without knowing of each other's words; a third where they do not agree. Words for every criterion, no points.
create table nomination_review (
  street_id uuid not null,
  id uuid not null,
  nomination_id uuid not null,
  reviewer_id uuid,
  reviewer_post uuid not null,
  recommends boolean not null,
  -- JSON of criterion and words.
  words_sealed bytea not null,
  written_at timestamptz not null,
  primary key (street_id, id),
  constraint nomination_review_once unique (street_id, nomination_id, reviewer_id),
  foreign key (street_id, nomination_id) references nomination (street_id, id) on delete cascade,
  foreign key (street_id, reviewer_id) references person (street_id, id),
  foreign key (street_id, reviewer_post) references post (street_id, id)
);
select protect('nomination_review');

-- Said by anybody during the notice, also without a name. Words are for whoever considers it; the answer is public.
create table commendation_objection (
  street_id uuid not null,
  id uuid not null,
  nomination_id uuid not null,
  channel text not null check (channel in ('phone', 'anonymous', 'paper')),
  person_id uuid,
  words_sealed bytea not null,
  raised_on date not null,
  answer text,
  upheld boolean,
  answered_by uuid,
  answered_on date,
  primary key (street_id, id),
  check ((answer is null) = (answered_on is null)),
  check ((answer is null) = (upheld is null)),
  check (channel = 'phone' or person_id is null),
  foreign key (street_id, nomination_id) references nomination (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, answered_by) references post (street_id, id)
);
create index commendation_objection_nomination on commendation_objection (street_id, nomination_id);
create index commendation_objection_person on commendation_objection (street_id, person_id);
select protect('commendation_objection');

-- What is told about a deed that was commended: shown to its hero first, public with a consent for this very text, gone when taken down.
create table honour_story (
  street_id uuid not null,
  id uuid not null,
  nomination_id uuid not null,
  title_sealed bytea not null,
  text_sealed bytea not null,
  published boolean not null default false,
  channel text check (channel in ('phone', 'paper')),
  offered_on date not null,
  published_on date,
  primary key (street_id, id),
  constraint honour_story_one unique (street_id, nomination_id),
  check (published = (published_on is not null)),
  check (published = (channel is not null)),
  foreign key (street_id, nomination_id) references nomination (street_id, id) on delete cascade
);
select protect('honour_story');
