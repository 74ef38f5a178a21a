-- One row that is written again and again, to know whether anything can be.
create table storage_probe (
    written_at timestamp       not null,
    content    varchar(131072) not null
);
insert into storage_probe (written_at, content) values (current_timestamp, '');
