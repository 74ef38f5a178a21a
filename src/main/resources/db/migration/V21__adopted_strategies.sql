-- What the board adopted: each version as it was, and never changed after that. The newest is the yardstick of a new selection.
create table strategy_version (
    id                   varchar(40)   primary key,
    strategy             varchar(20)   not null,
    version_number       int           not null,
    sequence_number      int           not null unique,
    adopted_at           timestamp     not null,
    -- Null for what stood here before strategies were adopted.
    adopted_by           varchar(255),
    reason               varchar(4000) not null,
    starts_on            date,
    ends_on              date,
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

-- Goals that an administrator wrote here belong to a version too; number 0 is for those that were out of force, and never is in force.
insert into strategy_version (id, strategy, version_number, sequence_number, adopted_at, reason, why_now, vision_why, vision_focus, vision_progress,
        vision_proof, mission, core_values, scope_in, scope_out, technology, care_technology, innovation, impact, scaling_up, quality_of_life,
        quality_of_care)
    select strategy || case when in_force then '' else '-0' end, strategy, case when in_force then 1 else 0 end,
        row_number() over (order by strategy, in_force), current_timestamp, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', ''
    from (select distinct strategy, in_force from strategic_goal) known;

alter table strategic_goal add column version varchar(40);
update strategic_goal set version = strategy || case when in_force then '' else '-0' end;
alter table strategic_goal alter column version set not null;
alter table strategic_goal add constraint strategic_goal_of_version foreign key (version) references strategy_version (id);
create index strategic_goal_by_version on strategic_goal (version);
alter table strategic_goal add column for_whom varchar(1000) default '' not null;
alter table strategic_goal add column direction varchar(10);
alter table strategic_goal add column source varchar(1000) default '' not null;
alter table strategic_goal add column pillar varchar(20);
alter table strategic_goal add column option_code varchar(20);
alter table strategic_goal alter column title set data type varchar(1000);
alter table strategic_goal alter column indicator set data type varchar(1000);
-- An account with its group, as forms choose it; or words, from before that.
alter table strategic_goal alter column owner set data type varchar(511);
alter table strategic_goal drop column strategy;
alter table strategic_goal drop column in_force;

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
