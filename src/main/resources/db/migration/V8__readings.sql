-- Who read, printed or took along what, and who was refused it; goes when retention.dmn says so.
create table reading (
    id             bigint generated always as identity primary key,
    read_at        timestamp(6) not null,
    user_id        varchar(255) not null,
    roles          varchar      not null,
    kind           varchar(40)  not null,
    detail         varchar(400) not null,
    dossier_number varchar(100),
    action         varchar(40)  not null,
    refused        boolean      not null,
    source         varchar(100) not null
);
create index reading_of_dossier on reading (dossier_number, id);
create index reading_by_time on reading (read_at);
