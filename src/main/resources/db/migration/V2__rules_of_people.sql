-- Who reported a dossier, or another one that was joined to it: they don't decide on it alone.
create table dossier_reporter (
    dossier_number varchar(20)  not null,
    user_id        varchar(255) not null,
    primary key (dossier_number, user_id)
);

-- Who is absent when, and who stands in. It is kept afterwards: it tells who had which groups, and why.
create table stand_in (
    id                  bigint generated always as identity primary key,
    process_instance_id varchar(64)  not null unique,
    absent              varchar(255) not null,
    stand_in            varchar(255),
    first_day           date         not null,
    last_day            date         not null,
    begun_at            timestamp,
    ended_at            timestamp
);

-- The groups that a stand-in has from someone else; a group of their own is never in it.
create table stand_in_group (
    stand_in_id bigint      not null references stand_in (id),
    group_id    varchar(64) not null,
    primary key (stand_in_id, group_id)
);
