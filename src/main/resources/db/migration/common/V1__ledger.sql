-- The books of the organisations. Every row belongs to one organisation and is found through it: the primary key begins
-- with organisation_id, so one index serves loading a book and changing a row. Identifiers are given by the program and
-- ascend. There are no foreign keys: each would cost an index and a look-up a row, and the book, the only writer, has
-- already resolved every owner.

create table organisation (
    organisation_id bigint  not null, -- an organisation belongs to itself: always equal to id
    id              bigint  not null,
    code            varchar not null,
    name            varchar not null,
    platform        varchar not null,
    state           varchar not null,
    invited_on      date,
    account_email   varchar,
    primary key (organisation_id, id)
);
create unique index organisation_code on organisation (code);

create table location (
    organisation_id bigint  not null,
    id              bigint  not null,
    mpn_id          varchar not null,
    kind            varchar not null,
    parent_mpn_id   varchar,
    name            varchar not null,
    country         varchar,
    primary key (organisation_id, id)
);
create unique index location_mpn_id on location (mpn_id);

create table person (
    organisation_id bigint  not null,
    id              bigint  not null,
    email           varchar not null,
    individual_id   varchar,
    first_name      varchar not null,
    last_name       varchar not null,
    display_name    varchar not null,
    identity_kind   varchar not null,
    enabled         boolean not null,
    technical_id    varchar,
    primary key (organisation_id, id)
);

create table membership (
    organisation_id bigint  not null,
    id              bigint  not null,
    person_id       bigint  not null,
    location_id     bigint  not null,
    contact_role    varchar,
    admin_right     varchar not null,
    associated_on   date,
    primary key (organisation_id, id)
);

create table role_grant (
    organisation_id bigint  not null,
    id              bigint  not null,
    person_id       bigint  not null,
    role_name       varchar not null,
    mpn_id          varchar, -- null: good for the whole company
    primary key (organisation_id, id)
);

create table purchase_order (
    organisation_id bigint  not null,
    id              bigint  not null,
    order_number    varchar not null,
    offer_type      varchar not null,
    competency      varchar,
    country         varchar,
    purchased_on    date,
    anniversary_on  date,
    status          varchar not null,
    upgrade_of      varchar,
    primary key (organisation_id, id)
);

create table benefit (
    organisation_id      bigint  not null,
    id                   bigint  not null,
    order_id             bigint  not null,
    location_id          bigint  not null,
    name                 varchar not null,
    category             varchar not null,
    benefit_type         varchar not null,
    quantity             bigint  not null,
    unit                 varchar not null,
    used                 bigint  not null,
    status               varchar not null,
    usable_until         date,
    activate_by          date,
    special_instructions varchar,
    languages            varchar not null, -- JSON arrays of texts, these three
    operating_systems    varchar not null,
    download_links       varchar not null,
    primary key (organisation_id, id)
);

create table product_key (
    organisation_id  bigint  not null,
    id               bigint  not null,
    benefit_id       bigint  not null,
    sealed           varchar not null, -- never the clear key
    fingerprint      varchar not null,
    last_five        varchar not null,
    key_type         varchar not null,
    seats            bigint,
    language         varchar,
    operating_system varchar,
    state            varchar not null,
    revealed_on      date,
    activations_max  bigint,
    activations_used bigint  not null,
    redeemed_on      date,
    redeemed_tenant  varchar,
    primary key (organisation_id, id)
);
create unique index product_key_fingerprint on product_key (fingerprint);

create table seat (
    organisation_id    bigint  not null,
    id                 bigint  not null,
    benefit_id         bigint  not null,
    person_id          bigint,
    level              varchar,
    subscription_guid  varchar,
    holder_name        varchar,
    notification_email varchar,
    alternate_email    varchar,
    country            varchar,
    language           varchar,
    reference          varchar,
    downloads          boolean,
    assigned_on        date,
    expires_on         date,
    technical_id       varchar,
    state              varchar not null,
    removed_on         date,
    primary key (organisation_id, id)
);
-- not unique: one commit may hand a GUID from one seat to another, and the rules judge what is left of it
create index seat_subscription_guid on seat (subscription_guid);

create table marketing_contact (
    organisation_id bigint  not null,
    id              bigint  not null,
    person_id       bigint  not null,
    name            varchar,
    email           varchar not null,
    phone           varchar not null,
    language        varchar not null,
    primary key (organisation_id, id)
);

-- What happened: who did it stands in run, what in before and after (JSON, column names as above; null: new or gone).
-- Append-only. Only its primary key: runs remember the range of their changes.
create table audit_change (
    id              bigint  not null primary key,
    run_id          bigint  not null,
    source_id       bigint  not null,
    row_no          integer not null,
    organisation_id bigint  not null,
    kind            varchar not null,
    entity          varchar not null, -- the table that the change is about
    entity_id       bigint  not null,
    before_json     varchar,
    after_json      varchar,
    recorded_at     timestamp(6) with time zone not null
);

create table run (
    id           bigint  not null primary key,
    code         varchar not null,
    job          varchar not null,
    status       varchar not null,
    fingerprint  varchar not null,
    dry_run      boolean not null,
    policy       varchar not null,
    on_date      date    not null,
    acting_user  varchar,
    os_user      varchar not null,
    directory    varchar not null,
    options      varchar not null, -- JSON object
    started_at   timestamp(6) with time zone not null,
    ended_at     timestamp(6) with time zone,
    exit_code    integer,
    summary      varchar, -- JSON object
    first_change bigint,
    last_change  bigint,
    undone_by    bigint
);
create unique index run_code on run (code);

create table source (
    id          bigint  not null primary key,
    identity    varchar not null, -- SHA-256 of the bytes, or SHA-256/sheet
    name        varchar not null,
    layout      varchar not null
);
create unique index source_identity on source (identity, layout);

create table run_source (
    run_id    bigint  not null,
    position  integer not null,
    source_id bigint  not null,
    path      varchar not null,
    details   varchar not null, -- JSON object: encoding, delimiter, rows ...
    primary key (run_id, position)
);

-- What became of about a thousand rows each.
create table row_outcome (
    source_id bigint  not null,
    run_id    bigint  not null,
    first_row integer not null,
    last_row  integer not null,
    outcomes  bytea   not null,
    primary key (source_id, run_id, first_row)
);

create table row_finding (
    run_id      bigint  not null,
    source_id   bigint  not null,
    row_no      integer not null, -- 0: not about a row
    id          bigint  not null,
    code        varchar not null,
    severity    varchar not null,
    variant     varchar,
    column_name varchar,
    cell_value  varchar, -- masked when it is a secret
    arguments   varchar not null, -- JSON array of texts
    primary key (run_id, source_id, row_no, id)
);

-- The next identifier of each kind that nobody has yet.
create table counter (
    name       varchar not null primary key,
    next_value bigint  not null
);
insert into counter (name, next_value) values ('entity', 1), ('change', 1), ('finding', 1), ('run', 1), ('source', 1);

-- What this ledger is: which vault sealed its keys.
create table setting (
    name          varchar not null primary key,
    setting_value varchar not null
);
