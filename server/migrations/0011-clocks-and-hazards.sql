-- Everything with a promised day goes up when the day is over: requests for support, bad ratings and hazards as cases and concerns do.
-- Hazards are sent by kind to the department that sees to it, and from one department to another.

alter table support
  add column escalated smallint not null default 0,
  add constraint support_escalated_check check (escalated between 0 and 3);
create index support_open on support (street_id, due_on) where state = 'requested';

-- `warned` told owner and superior together, once, and never the street lead.
alter table rating_follow_up
  drop column warned,
  add column escalated smallint not null default 0,
  add constraint rating_follow_up_escalated_check check (escalated between 0 and 3);

alter table hazard
  add column clock_from date,
  add column escalated smallint not null default 0,
  add constraint hazard_escalated_check check (escalated between 0 and 3);
alter table hazard_event
  drop constraint hazard_event_kind_check,
  add constraint hazard_event_kind_check
    check (kind in ('reported', 'checked', 'sent', 'transferred', 'fixed', 'notFound', 'referred', 'reopened', 'escalated')),
  -- Of an escalation how far up, of sending and transferring to whom: the page names who had it then, not who has it today.
  add column level smallint,
  add column department text,
  add constraint hazard_event_level_check check (level between 1 and 3);

-- The number a message was meant for when it was written: a change of number afterwards does not lead it astray.
alter table delivery add column to_sealed bytea;

-- The one matter of an assisted session (08, Sign-in): what else the person has is not read in it.
alter table session
  add column matter_kind text,
  add column matter_ref text,
  add constraint session_matter_check check (matter_kind in ('account', 'service', 'case', 'concern', 'visit', 'hazard'));
