package io.almoner.ledger;

/** What is asked for across organisations. */
enum Wanted {
    /** Product keys, by their fingerprints. */
    KEYS("""
            select p.fingerprint, o.code, po.order_number, b.name
            from product_key p
            join benefit b on b.organisation_id = p.organisation_id and b.id = p.benefit_id
            join purchase_order po on po.organisation_id = p.organisation_id and po.id = b.order_id
            join organisation o on o.organisation_id = p.organisation_id and o.id = p.organisation_id
            where p.fingerprint = any (?)
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
            select s.subscription_guid, o.code, po.order_number, b.name
            from seat s
            join benefit b on b.organisation_id = s.organisation_id and b.id = s.benefit_id
            join purchase_order po on po.organisation_id = s.organisation_id and po.id = b.order_id
            join organisation o on o.organisation_id = s.organisation_id and o.id = s.organisation_id
            where s.subscription_guid = any (?)
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
