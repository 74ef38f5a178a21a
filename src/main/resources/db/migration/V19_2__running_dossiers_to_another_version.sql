-- Running dossiers that someone takes to another version of their process: what was asked, and per dossier what came of it. What
-- waits here goes on after a restart. A dossier goes with its ledger, and the request with its last dossier.
create table version_move (
    id           varchar(64)  primary key,
    process      varchar(255) not null,
    from_version varchar(64)  not null,
    to_version   varchar(64)  not null,
    from_number  int          not null,
    to_number    int          not null,
    asked_by     varchar(255) not null,
    reason       varchar(255) not null,
    asked_at     timestamp    not null
);
create index version_move_by_process on version_move (process, asked_at);
create table version_move_dossier (
    version_move_id varchar(64)   not null references version_move (id),
    instance_id     varchar(64)   not null,
    dossier_number  varchar(255),
    state           varchar(10)   not null,
    why             varchar(1000),
    primary key (version_move_id, instance_id)
);
create index version_move_dossier_by_state on version_move_dossier (state);
create index version_move_dossier_by_dossier on version_move_dossier (dossier_number);
