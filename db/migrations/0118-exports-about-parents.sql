-- Everything kept about a parent or carer can be asked for too: calls with them are in no other export.
alter table export drop constraint export_kind_check;
alter table export add constraint export_kind_check check (kind in ('conversation', 'child', 'parent'));
