-- Tenancy (sync design §3.12): three roles, none of them owner, row-level security forced for everyone.
--   lad_desk    one bureau at a time, named by app.bureau in every transaction
--   lad_gate    who is asking? codes, feeds and founding; never ops
--   lad_report  the province's console: reads across bureaus, writes nothing

do $$
declare r text;
begin
  foreach r in array array['lad_desk', 'lad_gate', 'lad_report'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
    execute format('grant %I to current_user', r);
  end loop;
end $$;

do $$
declare t text;
begin
  foreach t in array array['bureau', 'bureau_log', 'feed', 'op', 'op_entity', 'held', 'reject_log', 'entity',
                           'dispute', 'number_series', 'number_use'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_bureau on %I to lad_desk using (bureau = current_setting(''app.bureau'', true)) with check (bureau = current_setting(''app.bureau'', true))', t);
    execute format('create policy province on %I for select to lad_report using (true)', t);
    execute format('grant select on %I to lad_report', t);
  end loop;
end $$;

alter table enrol_code enable row level security;
alter table enrol_code force row level security;
create policy gate on enrol_code to lad_gate using (true) with check (true);
create policy gate on feed to lad_gate using (true) with check (true);
create policy gate on bureau to lad_gate using (true) with check (true);
create policy gate on bureau_log to lad_gate using (true) with check (true);

grant select on bureau to lad_desk;
grant select, update on bureau_log to lad_desk;
grant select, insert, update on feed to lad_desk;
grant select, insert on op, op_entity, reject_log, number_use to lad_desk;
grant select, insert, update on held, entity, dispute, number_series to lad_desk;
grant select, insert, update on enrol_code to lad_gate;
grant select, insert on feed, bureau, bureau_log to lad_gate;
grant select, insert on center to lad_gate;
grant select, insert, update on console_account to lad_gate;
