-- Figures may be counted over half a year too (insight: flows). It is written 2026-H1.
alter table frozen_figure drop constraint frozen_figure_period_check;
alter table frozen_figure add constraint frozen_figure_period_check check (period ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2]))?$');
