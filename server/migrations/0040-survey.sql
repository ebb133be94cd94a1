-- The survey is asked (M31, D7, D8): questionnaires, waves, the frame, the drawn doors, and answers that nobody can be found by.

-- A questionnaire as it was put together from the shipped scales. A change is a new version; nothing that was asked is ever reworded. `content` is the
-- whole of it, items and citations, so that what a wave asked can be read when the shipped scales have moved on.
create table survey_questionnaire (
  street_id uuid not null,
  id uuid not null,
  version int not null check (version > 0),
  title jsonb not null,
  content jsonb not null,
  made_on date not null,
  made_by_post uuid,
  primary key (street_id, id, version)
);
select protect('survey_questionnaire');

-- How many people live in a lane and on which side, by the latest public count: what answers are weighted to.
create table lane_population (
  street_id uuid not null,
  lane_id uuid not null,
  counted_on date not null,
  newcomers int not null check (newcomers >= 0),
  locals int not null check (locals >= 0),
  source text not null,
  primary key (street_id, lane_id, counted_on),
  foreign key (street_id, lane_id) references lane (street_id, id)
);
select protect('lane_population');

-- A wave: one asking of one version of one questionnaire. `secret` is made before the public word is known, its hash is published with the frame's;
-- secret and word together are the seed.
create table survey_wave (
  street_id uuid not null,
  id uuid not null,
  title jsonb not null,
  questionnaire_id uuid not null,
  questionnaire_version int not null,
  state text not null check (state in ('planned', 'fixed', 'drawn', 'open', 'closed', 'cancelled')),
  doors int not null check (doors between 1 and 20000),
  least_per_lane int not null check (least_per_lane >= 0),
  open_link boolean not null,
  opens_on date not null,
  closes_on date not null,
  frame_hash text,
  secret text,
  secret_hash text,
  word text,
  drawn_on date,
  reminded int not null default 0 check (reminded between 0 and 2),
  closed_on date,
  -- Counted at the close: sent in by each way, answers taken out of the box, and those that were broken off.
  counts jsonb,
  made_by_post uuid,
  primary key (street_id, id),
  check (closes_on >= opens_on),
  check ((state in ('drawn', 'open')) <= (word is not null)),
  check ((state = 'closed') = (closed_on is not null)),
  foreign key (street_id, questionnaire_id, questionnaire_version) references survey_questionnaire (street_id, id, version)
);
create index survey_wave_closes on survey_wave (street_id, closes_on desc);
select protect('survey_wave');

-- The frame: dwellings of a lane, counted without names. What came of the doors is written here at the close, and stays when the doors are gone.
create table survey_frame (
  street_id uuid not null,
  wave_id uuid not null,
  lane_id uuid not null,
  dwellings int not null check (dwellings >= 0),
  counted_on date not null,
  source text not null,
  drawn int check (drawn <= dwellings),
  answered int,
  refused int,
  non_contact int,
  not_eligible int,
  primary key (street_id, wave_id, lane_id),
  foreign key (street_id, wave_id) references survey_wave (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id)
);
select protect('survey_frame');

-- A drawn door: a lane and the running number of the dwelling in it. Whether it answered, never when, never by which way, never how fully.
create table survey_door (
  street_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  lane_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('waiting', 'nonContact', 'refused', 'notEligible', 'answered')),
  primary key (street_id, id),
  constraint survey_door_once unique (street_id, wave_id, lane_id, number),
  foreign key (street_id, wave_id) references survey_wave (street_id, id)
);
select protect('survey_door');

-- The codes of a door: of its letter, of each reminder, of the interviewer's list. Only their hashes; using one uses the door up.
create table survey_token (
  street_id uuid not null,
  token_hash bytea not null,
  wave_id uuid not null,
  door_id uuid not null,
  way text not null check (way in ('letter', 'interviewer')),
  primary key (street_id, token_hash),
  foreign key (street_id, door_id) references survey_door (street_id, id) on delete cascade
);
create index survey_token_wave on survey_token (street_id, wave_id);
create index survey_token_door on survey_token (street_id, door_id);
select protect('survey_token');

-- The box an open wave's answers lie in: each under the wave's own key, which lies outside the database and is destroyed at the close; all of one
-- length; without door, code, way, order or time. Nobody looks into it before the close.
create table survey_box (
  street_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  sealed bytea not null,
  primary key (street_id, id),
  foreign key (street_id, wave_id) references survey_wave (street_id, id)
);
create index survey_box_wave on survey_box (street_id, wave_id);
select protect('survey_box');

-- What came out of the box, shuffled, under new random ids, written in one go. `lane_id` is there only where enough people of that group answered in
-- that lane (weighting needs it); open-link answers have none.
create table survey_response (
  street_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  series text not null check (series in ('sample', 'open')),
  lane_id uuid,
  grp text not null check (grp in ('newcomer', 'local', 'unstated')),
  -- By item: 1 to 5, or 0 where the person preferred not to say; an item that was not reached is absent.
  answers jsonb not null,
  completeness text not null check (completeness in ('complete', 'partial', 'brokenOff')),
  primary key (street_id, id),
  check (series = 'sample' or lane_id is null),
  foreign key (street_id, wave_id) references survey_wave (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id)
);
create index survey_response_wave on survey_response (street_id, wave_id, series);
select protect('survey_response');
