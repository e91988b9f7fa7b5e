-- Destruction by law (F79, I39). A destroyed op keeps header, hash, signature and chain; its payload is empty, and
-- destroyed_seq is the number of the op that destroyed it: 0 for one that came without its payload.
alter table op add column destroyed_seq bigint;

-- Nothing else of a booked op ever changes.
create function only_destruction() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'payload' - 'destroyed_seq' <> to_jsonb(old) - 'payload' - 'destroyed_seq'
     or new.payload <> ''::bytea or new.destroyed_seq is null then
    raise exception 'an op of the book does not change';
  end if;
  return new;
end $$;
create trigger only_destruction before update on op for each row
  when (current_user = 'lad_desk') execute function only_destruction();
grant update (payload, destroyed_seq) on op to lad_desk;
grant update (sample) on reject_log to lad_desk;
grant delete on blob_ref, blob to lad_desk;

-- Chunks of attachments that nothing names any more, until they are taken away outside the database.
create table destroyed_chunk (
  bureau text not null,
  hash text not null,
  primary key (bureau, hash)
);
alter table destroyed_chunk enable row level security;
alter table destroyed_chunk force row level security;
create policy own_bureau on destroyed_chunk to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
grant select, insert, delete on destroyed_chunk to lad_desk;

-- A destruction after which the tables have not been written anew yet: until then old pages of the database files may
-- still hold what was erased.
alter table bureau_log add column is_unswept boolean not null default false;
