-- What was decided is read from the ledger.
drop table decision;

-- A business key that someone else gave can be longer than a number of ours.
alter table dossier_head alter column dossier_number set data type varchar(255);
alter table dossier_reporter alter column dossier_number set data type varchar(255);
alter table hand_over alter column dossier_number set data type varchar(255);
