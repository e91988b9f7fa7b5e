-- The enrolment of a desk has an end, and is renewed by contact (F83). Null: never given one, which its next contact does.
alter table feed add column not_after timestamptz;

-- What the center believes the time is: its own clock, unless that has just jumped (I22, F44).
alter table center add column clock_at timestamptz;
alter table center add column doubt_at timestamptz;
grant select (clock_at, doubt_at), update (clock_at, doubt_at) on center to lad_desk;
grant select (clock_at, doubt_at), update (clock_at, doubt_at) on center to lad_gate;
grant select (clock_at, doubt_at) on center to lad_report;

-- Desks that were enrolled without an end have one from now on.
grant update (not_after) on feed to lad_gate;
set local role lad_gate;
update feed set not_after = now() + interval '400 days' where not is_center;
reset role;
revoke update (not_after) on feed from lad_gate;
