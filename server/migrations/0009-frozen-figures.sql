-- Figures about residents, counted once when their month, quarter or year is over and never again (D7): whoever reads one twice reads the same,
-- and what is entered late, taken up again or erased afterwards cannot be told from the difference. Counts only: no case, no person.
create table frozen_figure (
  street_id uuid not null,
  figure text not null,
  period text not null check (period ~ '^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  counts jsonb not null,
  made_on date not null,
  primary key (street_id, figure, period)
);
select protect('frozen_figure');
-- Not even a defect of ours may change one.
revoke update, delete on frozen_figure from ronghe_app;
