-- The path model after each wave of the survey (M33): worked out once from frozen counts and never again. No community's values are kept or shown: what
-- lies here is what everybody may see. `boxes` says which boxes were drawn (an organ may be off), `wave_id` up to which wave.
create table path_model (
  street_id uuid not null,
  wave_id uuid not null,
  boxes text not null,
  result jsonb not null,
  made_on date not null,
  primary key (street_id, wave_id, boxes),
  foreign key (street_id, wave_id) references survey_wave (street_id, id)
);
select protect('path_model');
-- Not even a defect of ours may change one.
revoke update, delete on path_model from ronghe_app;
