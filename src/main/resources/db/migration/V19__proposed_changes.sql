-- The files of a proposal for a change of the models. They go with the ledger of the proposal.
create table proposed_file (
    proposal    varchar(100) not null,
    name        varchar(255) not null,
    content     bytea        not null,
    -- What was live when it was last offered for review; null for what is new.
    live        bytea,
    primary key (proposal, name)
);
