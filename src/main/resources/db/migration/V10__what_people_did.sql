-- Someone looks for what they reported, and for what they finished, newest first. What was reported before this has the time of now.
-- H2 reads an index in one direction only.
alter table dossier_reporter add column reported_at timestamp default current_timestamp not null;
create index dossier_reporter_by_user on dossier_reporter (user_id, reported_at desc, dossier_number desc);
create index ledger_entry_by_actor on ledger_entry (actor, recorded_at desc);
