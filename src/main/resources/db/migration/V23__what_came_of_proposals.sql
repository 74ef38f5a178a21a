-- What was found out about a proposal beforehand: the trial of its processes and the decisions taken again with its tables. What waits
-- here, or was broken off, is done after a restart. It goes with the ledger of the proposal.
create table proposal_outcome (
    proposal   varchar(100) not null,
    kind       varchar(10)  not null,
    state      varchar(10)  not null,
    -- Of who does it now; whoever does it for files that were replaced meanwhile has another one.
    run        varchar(36),
    touched_at timestamp    not null,
    -- As JSON; while it is being done what is known so far, and null before.
    outcome    text,
    primary key (proposal, kind)
);
create index proposal_outcome_by_state on proposal_outcome (state);
