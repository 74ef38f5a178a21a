-- By what the register finds decisions. What it shows of them it reads in the ledger; all of this can be made anew from there.
create table register_decision (
    chain           varchar(100) not null,
    sequence        bigint       not null,
    recorded_at     timestamp(6) not null,
    process         varchar(255),
    process_version int,
    step            varchar(200) not null,
    actor           varchar(255),
    task_groups     varchar      not null,
    outcome         varchar(200) not null,
    against_advice  boolean,
    of_dossier      boolean      not null,
    primary key (chain, sequence)
);
-- Newest first, for each of the questions that leaves many; H2 reads an index in its own direction only.
create index register_decision_by_time on register_decision (recorded_at desc, chain desc, sequence desc);
create index register_decision_by_actor on register_decision (actor desc, recorded_at desc, chain desc, sequence desc);
create index register_decision_by_step on register_decision (step desc, recorded_at desc, chain desc, sequence desc);
create index register_decision_by_outcome on register_decision (outcome desc, recorded_at desc, chain desc, sequence desc);
create index register_decision_by_groups on register_decision (task_groups desc, recorded_at desc, chain desc, sequence desc);
create index register_decision_by_advice on register_decision (against_advice desc, recorded_at desc, chain desc, sequence desc);
create index register_decision_by_version on register_decision (process, process_version, recorded_at);

-- The words in the title of a dossier and in the reasons of its decisions; with 0 those of the title alone.
create table register_word (
    word     varchar(40)  not null,
    chain    varchar(100) not null,
    sequence bigint       not null,
    primary key (word, chain, sequence)
);
create index register_word_of_chain on register_word (chain, sequence);

-- Which goals a dossier serves by its newest assessment, or the other ground that it rests on.
create table register_goal (
    goal  varchar(255) not null,
    chain varchar(100) not null,
    primary key (goal, chain)
);
create index register_goal_of_chain on register_goal (chain);

-- What there is to choose from. The same may stand here twice, when two added it at the same moment.
create table register_choice (
    field  varchar(20)  not null,
    choice varchar(400) not null
);
create index register_choice_by_field on register_choice (field, choice);

-- By which version of the program all of this was made; other than now, it is made anew.
create table register_version (
    version int not null
);
insert into register_version (version) values (0);
