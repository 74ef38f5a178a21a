-- The team whose start a poll is about; null for the whole dossier.
alter table support_poll add column team_name varchar(255);
