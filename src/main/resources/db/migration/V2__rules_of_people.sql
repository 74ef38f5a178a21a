-- Who reported a dossier, or another one that was joined to it: they don't decide on it alone.
create table dossier_reporter (
    dossier_number varchar(20)  not null,
    user_id        varchar(255) not null,
    primary key (dossier_number, user_id)
);
