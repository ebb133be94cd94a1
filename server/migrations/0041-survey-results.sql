-- What a wave of the survey said, counted once after its close and never again (M31, D7): estimates and counts by group and community, no answer of
-- anybody. What may be shown of them is decided from them alone.
create table survey_result (
  street_id uuid not null,
  wave_id uuid not null,
  counts jsonb not null,
  made_on date not null,
  primary key (street_id, wave_id),
  foreign key (street_id, wave_id) references survey_wave (street_id, id)
);
select protect('survey_result');
-- Not even a defect of ours may change one.
revoke update, delete on survey_result from ronghe_app;
