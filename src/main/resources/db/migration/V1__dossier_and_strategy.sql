-- The number of the last dossier of a year; one row, so that an update locks it.
create table dossier_counter (
    counter_year int not null,
    last_number  int not null
);
insert into dossier_counter (counter_year, last_number) values (0, 0);

-- Who acted as which head on a dossier: the two are never one person.
create table dossier_head (
    dossier_number varchar(20)  not null,
    head           varchar(40)  not null,
    user_id        varchar(255) not null,
    primary key (dossier_number, head, user_id)
);

-- Each hand-over, and the one implementation that it started.
create table hand_over (
    dossier_number    varchar(20) not null,
    sequence_number   int         not null,
    implementation_id varchar(64) unique,
    primary key (dossier_number, sequence_number)
);

-- What was decided in a dossier, by whom and why; it outlives the history of the engine.
create table decision (
    id             bigint generated always as identity primary key,
    dossier_number varchar(20)   not null,
    decided_at     timestamp     not null,
    step           varchar(200)  not null,
    outcome        varchar(400)  not null,
    user_id        varchar(255)  not null,
    decided_by     varchar(600)  not null,
    reason         varchar(4000) not null
);
create index decision_of_dossier on decision (dossier_number);

create table strategic_goal (
    id              varchar(40)  primary key,
    strategy        varchar(20)  not null,
    title           varchar(200) not null,
    indicator       varchar(200) not null,
    baseline        varchar(40),
    target          varchar(40)  not null,
    deadline        date         not null,
    owner           varchar(100) not null,
    weight          int          not null,
    in_force        boolean      not null
);
