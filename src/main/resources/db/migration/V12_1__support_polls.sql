-- A poll among the people concerned. No answer tells from whom it is.
create table support_poll (
    id             varchar(36)  primary key,
    dossier_number varchar(255) not null,
    poll_moment    varchar(20)  not null,
    question1      varchar(300) not null,
    question2      varchar(300),
    until_at       timestamp    not null,
    asked          integer      not null,
    opened_at      timestamp    not null
);
create index support_poll_by_dossier on support_poll (dossier_number);

-- The link that was mailed to someone, as a hash; gone once it was used.
create table support_poll_invitation (
    token_hash varchar(64) primary key,
    poll_id    varchar(36) not null references support_poll (id)
);

create table support_poll_answer (
    id        varchar(36)   primary key,
    poll_id   varchar(36)   not null references support_poll (id),
    answer1   varchar(20)   not null,
    answer2   varchar(20),
    free_word varchar(1000) not null
);
