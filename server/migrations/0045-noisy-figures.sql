-- Figures of places and groups that are too few to show as they are, published with noise (insight, open data). Once made, one stays as it is:
-- a second draw of the noise would average it away. What they spend together in a year is the street's privacy budget.
create table noisy_figure (
  street_id uuid not null,
  indicator text not null,
  measure text not null,
  period text not null check (period ~ '^\d{4}-Q[1-4]$'),
  epsilon_percent int not null check (epsilon_percent > 0),
  counts jsonb not null,
  released_on date not null,
  released_by uuid not null,
  primary key (street_id, indicator, measure, period)
);
select protect('noisy_figure');
revoke update, delete on noisy_figure from ronghe_app;
