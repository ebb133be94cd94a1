-- The branch room's own place (D1; 09, Branch isolation): a schema that only its login role enters. The app's role has no way in, so an SQL
-- error or an injection in any other room cannot read what will lie here. Of what is shared the branch may see that a person exists, no more.
create schema branch;
revoke all on schema branch from public;
grant usage on schema branch to ronghe_branch;
grant usage on schema public to ronghe_branch;
grant select (id, street_id) on person to ronghe_branch;
grant execute on function enter_street(uuid) to ronghe_branch;
