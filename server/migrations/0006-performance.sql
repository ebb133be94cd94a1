-- What the desk looks at all day (05, P7). Every view of the queue but "all" and the counts beside the views read this index alone, in the order
-- in which cases are due: with a year of cases behind it, the table is thirty times as large as what is open.
create index service_case_desk on service_case (street_id, (coalesce(due_on, '9999-12-31'::date)), id)
  include (state, due_on, owner_post, department_post, service_id, channel, community_id, person_id, number, returned, escalated, external_waiting)
  where merged_into is null and state in ('filed', 'accepted', 'waitingForResident', 'routed', 'decided');
