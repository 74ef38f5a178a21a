-- What the program brought at its last start, and what of it the organisation last took: the ground of a three-way comparison.
create table shipped_file (
    name    varchar(255) not null primary key,
    offered bytea        not null,
    taken   bytea
);
