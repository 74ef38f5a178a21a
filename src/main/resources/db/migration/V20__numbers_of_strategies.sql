-- The last number that was given to a strategy, in one row that is locked while a strategy begins.
create table strategy_counter (
    counter_year int not null,
    last_number  int not null
);
insert into strategy_counter (counter_year, last_number) values (0, 0);
