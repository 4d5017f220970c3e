package io.almoner.ledger;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks benefits up by name in the whole ledger. */
public final class BenefitDirectory {

    private final JdbcClient client;

    BenefitDirectory(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
    }

    /**
     * Where to look; an empty text stands for anywhere.
     *
     * @param organisation the organisation (OrgId)
     * @param location the MPN ID
     * @param orderNumber the order, compared without regard to case
     */
    public record Scope(String organisation, String location, String orderNumber) {}

    /** Every name that a benefit of these organisations and locations has, in no order. */
    public List<String> names(Scope scope) {
        return client.sql("""
                        select distinct b.name
                        from benefit b
                        join organisation o on o.organisation_id = b.organisation_id
                        join location l on l.organisation_id = b.organisation_id and l.id = b.location_id
                        where (:organisation = '' or o.code = :organisation)
                          and (:location = '' or l.mpn_id = :location)
                        """)
                .param("organisation", scope.organisation())
                .param("location", scope.location())
                .query(String.class)
                .list();
    }

    /**
     * The benefits that have one of these names to the letter.
     *
     * @param most no more than so many
     */
    public List<BenefitPlace> named(Collection<String> names, Scope scope, int most) {
        if (names.isEmpty()) {
            return List.of();
        }
        return client.sql("""
                        select o.code, l.mpn_id, p.order_number, b.name
                        from benefit b
                        join organisation o on o.organisation_id = b.organisation_id
                        join location l on l.organisation_id = b.organisation_id and l.id = b.location_id
                        join purchase_order p on p.organisation_id = b.organisation_id and p.id = b.order_id
                        where b.name in (:names)
                          and (:organisation = '' or o.code = :organisation)
                          and (:location = '' or l.mpn_id = :location)
                          and (:orderNumber = '' or lower(p.order_number) = lower(:orderNumber))
                        order by o.code, p.order_number, l.mpn_id, b.name
                        limit :most
                        """)
                .param("names", names)
                .param("organisation", scope.organisation())
                .param("location", scope.location())
                .param("orderNumber", scope.orderNumber())
                .param("most", most)
                .query((row, number) ->
                        new BenefitPlace(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
