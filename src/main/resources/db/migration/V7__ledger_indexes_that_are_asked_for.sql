-- Nothing searches by these alone, and every completion of a task pays for them.
drop index ledger_entry_by_time;
drop index ledger_entry_by_actor;
