-- When the province last said that it holds an attachment of a hub (UTC text); null at the province itself.
alter table blob add column shipped_at text;
