-- Who has a key or a GUID that only one may have. An index on texts that come in random order costs this database three
-- quarters of its speed, since nearly every insert dirties a page of its own. So each commit adds one row here instead:
-- where such texts went, 24 bytes each: hash, organisation_id, id. Entries may be out of date and are looked up before
-- they are believed.
create table whereabouts (
    id     bigint not null primary key,
    places bytea  not null
);
insert into counter (name, next_value) values ('whereabouts', 1);
