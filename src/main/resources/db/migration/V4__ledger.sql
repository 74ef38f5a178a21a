-- The newest entry of each chain. Whoever appends holds its row, so that a chain never forks.
create table ledger_head (
    chain    varchar(100) primary key,
    sequence bigint       not null,
    hash     char(64)     not null
);

-- What happened, in chains: one for each dossier, and one for what belongs to none. How it hashes stands in
-- ledger/FORMAT.md. The columns are what a register searches by; content and disclosed are JSON.
create table ledger_entry (
    chain           varchar(100) not null,
    sequence        bigint       not null,
    recorded_at     timestamp(6) not null,
    kind            varchar(40)  not null,
    process         varchar(255),
    process_version int,
    element         varchar(255),
    element_name    varchar,
    actor           varchar(255),
    outcome         varchar,
    against_advice  boolean,
    content         varchar      not null,
    disclosed       varchar      not null,
    previous_hash   char(64)     not null unique,
    hash            char(64)     not null,
    primary key (chain, sequence)
);
create index ledger_entry_by_time on ledger_entry (recorded_at);
create index ledger_entry_by_kind on ledger_entry (kind, recorded_at);
create index ledger_entry_by_actor on ledger_entry (actor, recorded_at);
create index ledger_entry_by_element on ledger_entry (process, element, recorded_at);
create index ledger_entry_by_advice on ledger_entry (against_advice, recorded_at);

-- All chains together at one moment, signed. Each seal covers the one before.
create table ledger_seal (
    number        bigint       primary key,
    sealed_at     timestamp(6) not null,
    entries       bigint       not null,
    chains        bigint       not null,
    root          char(64)     not null,
    previous_hash char(64)     not null unique,
    public_key    char(88)     not null,
    hash          char(64)     not null,
    signature     char(128)    not null
);

-- The head of each chain that grew since the seal before.
create table ledger_seal_head (
    seal     bigint       not null references ledger_seal (number),
    chain    varchar(100) not null,
    sequence bigint       not null,
    hash     char(64)     not null,
    primary key (seal, chain)
);
create index ledger_seal_head_of_chain on ledger_seal_head (chain, seal);
