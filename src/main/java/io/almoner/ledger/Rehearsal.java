package io.almoner.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A ledger that forgets: everything is written and read by the same code and in the same database, in one transaction that
 * is never committed. Closing it takes everything back.
 */
public final class Rehearsal implements AutoCloseable {

    /** What would end the transaction or the connection before its time. */
    private static final Set<String> IGNORED = Set.of("commit", "setAutoCommit", "close");

    private final Connection connection;
    private final DataSource dataSource;
    private final LedgerView view;

    Rehearsal(DataSource real, Dialect dialect) {
        try {
            connection = real.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The ledger cannot be tried.", e);
        }
        dataSource = new SingleConnectionDataSource(uncommitted(connection), true);
        view = new LedgerView(
                dataSource,
                new Ledger(dataSource, dialect),
                new Sources(dataSource),
                new Tally(dataSource),
                LedgerView.Threads.ONE,
                LedgerView.Fate.FORGOTTEN);
    }

    /** The ledger as it would be. */
    public LedgerView view() {
        return view;
    }

    private static Connection uncommitted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Rehearsal.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (IGNORED.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("What was tried cannot be taken back.", e);
        }
    }
}
