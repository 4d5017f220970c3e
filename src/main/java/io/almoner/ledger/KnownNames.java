package io.almoner.ledger;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether anything in the ledger has a name; case makes no difference. */
public final class KnownNames {

    private final JdbcClient client;

    KnownNames(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
    }

    /** Whether there is an organisation of that code (OrgId). */
    public boolean hasOrganisation(String code) {
        return has("select count(*) from organisation where lower(code) = lower(?)", code);
    }

    /** Whether there is a user of that account e-mail. */
    public boolean hasUser(String email) {
        return has("select count(*) from person where lower(email) = lower(?)", email);
    }

    /** Whether there is a benefit of that name. */
    public boolean hasBenefit(String name) {
        return has("select count(*) from benefit where lower(name) = lower(?)", name);
    }

    private boolean has(String sql, String name) {
        return client.sql(sql).param(name).query(Long.class).single() > 0;
    }
}
