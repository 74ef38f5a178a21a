-- Who reported very much and finished little looked through all of it for the little.
drop index ledger_entry_by_actor;
create index ledger_entry_by_actor on ledger_entry (actor, kind, recorded_at desc);
