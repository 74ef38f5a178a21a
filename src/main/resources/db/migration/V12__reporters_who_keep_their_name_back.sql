-- Whether others read the name of who reported: 'name', or 'colleague' for who keeps it back. What was reported before this said nothing of it.
alter table dossier_reporter add column shown varchar(20) default 'colleague' not null;
