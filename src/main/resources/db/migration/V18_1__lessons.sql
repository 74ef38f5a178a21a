-- What a dossier taught those who come after it, and what became of that. It goes with the ledger of its dossier.
create table lesson (
    id              varchar(64)   primary key,
    dossier_number  varchar(255)  not null,
    title           varchar(4000) not null,
    ending          varchar(20)   not null,
    theme           varchar(20)   not null,
    technology      varchar(200)  not null,
    teams           varchar(4000) not null,
    advice          varchar(4000) not null,
    went_well       varchar(4000) not null,
    went_wrong      varchar(4000) not null,
    owner           varchar(255)  not null,
    recorded_at     timestamp     not null,
    recorded_by     varchar(255),
    decision        varchar(20),
    change_kind     varchar(20),
    decision_reason varchar(4000)
);
create index lesson_by_dossier on lesson (dossier_number);
