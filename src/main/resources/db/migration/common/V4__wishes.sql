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

-- What exports wrote of changes that are still to be made in a portal, and which of it somebody has said to be made there.
create table hand_over (
    run_id          bigint  not null primary key, -- the export that wrote the files
    kind            varchar not null,
    organisation_id bigint, -- null: of every organisation
    revision        bigint  not null, -- younger changes were not in the files
    confirmed_by    varchar, -- null: nobody has said so yet
    confirmed_at    timestamp(6) with time zone
);
