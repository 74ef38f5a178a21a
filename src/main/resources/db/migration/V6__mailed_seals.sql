-- Which seals went by mail, to which address. It says what need not go again; what arrived, only the mailbox itself says.
create table ledger_seal_mail (
    mailed_to varchar(320) not null,
    seal      bigint       not null,
    hash      char(64)     not null,
    primary key (mailed_to, seal, hash)
);
