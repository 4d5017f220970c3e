-- What assignments bring beside what a migration finds.

alter table organisation add column moved_by varchar; -- who moved it: may make the first Global admin

create table service_request (
    organisation_id bigint  not null,
    id              bigint  not null,
    request_kind    varchar not null,
    order_id        bigint  not null,
    benefit_id      bigint, -- null: about the whole order
    person_id       bigint,
    request_number  varchar,
    requested_on    date    not null,
    phase           varchar,
    hours           bigint,
    reference       varchar,
    primary key (organisation_id, id)
);

create table key_activation (
    organisation_id bigint  not null,
    id              bigint  not null,
    benefit_id      bigint  not null,
    key_id          bigint  not null,
    person_id       bigint,
    reference       varchar,
    tenant          varchar,
    activated_on    date    not null,
    primary key (organisation_id, id)
);

-- Which changes have been made in the portals too: those up to a revision, by the kind of file that carried them.
create table hand_over (
    kind          varchar not null,
    revision      bigint  not null,
    run_id        bigint  not null, -- the export whose files were carried over
    confirmed_by  varchar not null,
    confirmed_at  timestamp(6) with time zone not null,
    primary key (kind, revision)
);
