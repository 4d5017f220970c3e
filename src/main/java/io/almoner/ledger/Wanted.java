package io.almoner.ledger;

/**
 * What is asked for across organisations. By text the query is PostgreSQL's alone, and written so that it looks up each
 * text in its index whatever the planner believes: tables that were filled a moment ago have no statistics, and the
 * plan that it takes to be best for them reads every seat.
 */
enum Wanted {
    /** Product keys, by their fingerprints. */
    KEYS("""
            with hit as materialized (
              select found.fingerprint, found.organisation_id, found.benefit_id
              from unnest(?) wanted (value)
              cross join lateral (
                select fingerprint, organisation_id, benefit_id from product_key where fingerprint = wanted.value offset 0
              ) found
            )
            select hit.fingerprint, o.code, po.order_number, b.name
            from hit
            join benefit b on b.organisation_id = hit.organisation_id and b.id = hit.benefit_id
            join purchase_order po on po.organisation_id = hit.organisation_id and po.id = b.order_id
            join organisation o on o.organisation_id = hit.organisation_id and o.id = hit.organisation_id
            """, """
            select p.fingerprint, o.code, po.order_number, b.name
            from unnest(cast(? as bigint array), cast(? as bigint array)) place (organisation_id, id)
            join product_key p on p.organisation_id = place.organisation_id and p.id = place.id
            join benefit b on b.organisation_id = p.organisation_id and b.id = p.benefit_id
            join purchase_order po on po.organisation_id = p.organisation_id and po.id = b.order_id
            join organisation o on o.organisation_id = p.organisation_id and o.id = p.organisation_id
            """),
    /** Seats, by their subscription GUIDs. */
    SEATS("""
            with hit as materialized (
              select found.subscription_guid, found.organisation_id, found.benefit_id
              from unnest(?) wanted (value)
              cross join lateral (
                select subscription_guid, organisation_id, benefit_id from seat where subscription_guid = wanted.value offset 0
              ) found
            )
            select hit.subscription_guid, o.code, po.order_number, b.name
            from hit
            join benefit b on b.organisation_id = hit.organisation_id and b.id = hit.benefit_id
            join purchase_order po on po.organisation_id = hit.organisation_id and po.id = b.order_id
            join organisation o on o.organisation_id = hit.organisation_id and o.id = hit.organisation_id
            """, """
            select s.subscription_guid, o.code, po.order_number, b.name
            from unnest(cast(? as bigint array), cast(? as bigint array)) place (organisation_id, id)
            join seat s on s.organisation_id = place.organisation_id and s.id = place.id
            join benefit b on b.organisation_id = s.organisation_id and b.id = s.benefit_id
            join purchase_order po on po.organisation_id = s.organisation_id and po.id = b.order_id
            join organisation o on o.organisation_id = s.organisation_id and o.id = s.organisation_id
            """);

    private final String sqlByText;
    private final String sqlByPlace;

    Wanted(String sqlByText, String sqlByPlace) {
        this.sqlByText = sqlByText;
        this.sqlByPlace = sqlByPlace;
    }

    Table<?> table() {
        return switch (this) {
            case KEYS -> Tables.PRODUCT_KEY;
            case SEATS -> Tables.SEAT;
        };
    }

    /** Text, organisation, order and benefit of those that have one of an array of texts. */
    String sqlByText() {
        return sqlByText;
    }

    /** The same of those that stand at the places of two arrays, organisations and entities. */
    String sqlByPlace() {
        return sqlByPlace;
    }
}
