-- Attachments (sync design §3.13). Their bytes lie sealed in chunks outside the database; here stands what the book says
-- of them, what they consist of and which chunks are stored. Nothing that an op names is ever collected (I30).

-- An op of the book names an attachment by the SHA-256 of its content.
create table blob_ref (
  bureau text not null,
  id text not null,
  h text not null,
  bytes integer not null,
  primary key (bureau, id, h)
);

-- What an attachment consists of, as a desk said; verified as a whole when completed_at is set.
-- Its name in addresses is an HMAC of that under a key of the bureau.
create table blob (
  bureau text not null,
  name text not null,
  id text not null,
  bytes integer not null,
  chunks text[] not null,
  completed_at timestamptz,
  primary key (bureau, name)
);

-- A chunk that was stored durably. Deleted again only when its bytes are found damaged.
create table blob_chunk (
  bureau text not null,
  chunk text not null,
  primary key (bureau, chunk)
);

do $$
declare t text;
begin
  foreach t in array array['blob_ref', 'blob', 'blob_chunk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_bureau on %I to lad_desk using (bureau = current_setting(''app.bureau'', true)) with check (bureau = current_setting(''app.bureau'', true))', t);
  end loop;
end $$;

grant select, insert on blob_ref to lad_desk;
grant select, insert, update on blob to lad_desk;
grant select, insert, delete on blob_chunk to lad_desk;
