-- Which disk a place lay on when it was last verified: two folders of one disk are lost together.
alter table backup add column device text not null default '';
