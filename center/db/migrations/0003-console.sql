-- The first password is printed once at the first start and serves only to set another one.
alter table console_account add column is_initial boolean not null default false;
create index op_entity_latest on op_entity (bureau, t, seq desc);
