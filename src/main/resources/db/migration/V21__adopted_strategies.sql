-- What the board adopted: each version as it was, and never changed after that. The newest is the yardstick of a new selection.
create table strategy_version (
    id                   varchar(40)   primary key,
    strategy             varchar(20)   not null,
    version_number       int           not null,
    sequence_number      int           not null unique,
    adopted_at           timestamp     not null,
    adopted_by           varchar(255)  not null,
    reason               varchar(4000) not null,
    starts_on            date          not null,
    ends_on              date          not null,
    why_now              varchar(4000) not null,
    vision_why           varchar(4000) not null,
    vision_focus         varchar(4000) not null,
    vision_progress      varchar(4000) not null,
    vision_proof         varchar(4000) not null,
    mission              varchar(4000) not null,
    core_values          varchar(4000) not null,
    scope_in             varchar(4000) not null,
    scope_out            varchar(4000) not null,
    technology           varchar(4000) not null,
    care_technology      varchar(4000) not null,
    innovation           varchar(4000) not null,
    impact               varchar(4000) not null,
    scaling_up           varchar(4000) not null,
    quality_of_life      varchar(4000) not null,
    quality_of_care      varchar(4000) not null,
    unique (strategy, version_number)
);

create table strategy_pillar (
    version varchar(40)   not null references strategy_version (id),
    code    varchar(20)   not null,
    title   varchar(1000) not null,
    primary key (version, code)
);

create table strategy_target_group (
    version varchar(40)   not null references strategy_version (id),
    code    varchar(20)   not null,
    title   varchar(1000) not null,
    primary key (version, code)
);

-- What was chosen of each option, also where that was no, or not yet.
create table strategy_option (
    version              varchar(40)   not null references strategy_version (id),
    code                 varchar(20)   not null,
    title                varchar(1000) not null,
    problem              varchar(4000) not null,
    pillar               varchar(20),
    choice               varchar(20)   not null,
    rank_number          int,
    look_again_on        date,
    impact_argument      varchar(4000) not null,
    staff_argument       varchar(4000) not null,
    feasibility_argument varchar(4000) not null,
    finance_argument     varchar(4000) not null,
    risk_argument        varchar(4000) not null,
    primary key (version, code)
);

-- Goals belong to a version that was adopted.
drop table strategic_goal;
create table strategic_goal (
    id          varchar(40)   primary key,
    version     varchar(40)   not null references strategy_version (id),
    title       varchar(1000) not null,
    for_whom    varchar(1000) not null,
    indicator   varchar(1000) not null,
    direction   varchar(10)   not null,
    baseline    varchar(40),
    target      varchar(40)   not null,
    source      varchar(1000) not null,
    deadline    date          not null,
    -- An account with its group, as forms choose it.
    owner       varchar(511)  not null,
    weight      int           not null,
    pillar      varchar(20),
    option_code varchar(20)
);
create index strategic_goal_by_version on strategic_goal (version);

create table strategic_goal_target_group (
    goal         varchar(40) not null references strategic_goal (id),
    target_group varchar(20) not null,
    primary key (goal, target_group)
);

-- What must be arranged for a goal, and what is done for it; of the whole strategy where no goal is named.
create table strategy_precondition (
    version varchar(40)   not null references strategy_version (id),
    code    varchar(20)   not null,
    goal    varchar(40)   references strategic_goal (id),
    title   varchar(1000) not null,
    owner   varchar(511)  not null,
    due     date          not null,
    primary key (version, code)
);

create table strategy_activity (
    version varchar(40)   not null references strategy_version (id),
    code    varchar(20)   not null,
    goal    varchar(40)   references strategic_goal (id),
    kind    varchar(20)   not null,
    title   varchar(1000) not null,
    primary key (version, code)
);
