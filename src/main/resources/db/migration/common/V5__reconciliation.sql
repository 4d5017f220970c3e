-- What reconciliations found. A run's rows are written together, before any of it is put right; only the columns from
-- standing on change afterwards.

create table reconciliation (
    run_id         bigint  not null primary key,
    scope          varchar not null, -- which sources of which organisations: runs of one scope follow each other
    question       varchar not null, -- equal when the same bytes were compared under the same terms
    revision       bigint, -- the ledger's when it ended; null: it has not
    reused_run     bigint, -- whose findings it took over, since neither side had changed
    organisations  bigint  not null,
    compared       bigint  not null, -- how many things of the ledger some row accounted for
    table_rows     varchar not null, -- JSON array: how many rows each table has, in the run's order
    stopped        varchar -- the organisations of which too much would have changed
);

create table drift (
    run_id          bigint  not null,
    number          integer not null, -- from 1 in each run, in the order in which they were found
    organisation_id bigint  not null,
    situation       varchar not null,
    kind            varchar not null,
    name            varchar not null,
    order_number    varchar,
    person          varchar,
    mark            varchar,
    variant         varchar,
    differences     varchar not null, -- JSON array of texts: field, here, there, field, here, there ...
    candidates      varchar not null, -- JSON array of texts
    origin          varchar not null, -- what told it: ROW, ABSENCE or BOOK
    source_id       bigint  not null,
    row_no          integer not null, -- where no row tells it, its own number
    entity          varchar, -- of the change that would put it right; null: none would
    entity_id       bigint,
    change_kind     varchar,
    before_json     varchar,
    after_json      varchar,
    treatment       varchar not null,
    reason          varchar, -- why it is left alone, in the words of whoever said so
    identity        varchar not null, -- equal in another run that found the same
    since_on        date    not null, -- the business date of the first run in a row that found it
    since_run       bigint  not null,
    standing        varchar not null,
    codes           varchar, -- of the rules that refused the change
    primary key (run_id, number)
);
create index drift_identity on drift (run_id, identity);
create index drift_row on drift (run_id, source_id, row_no);
