package io.almoner.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Small pools of connections. */
final class Pools {

    /** Two for each of a few workers, and two for the jobs' own books. */
    private static final int SIZE = 10;

    private Pools() {}

    static HikariDataSource open(HikariConfig config) {
        config.setPoolName("ledger");
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }
}
