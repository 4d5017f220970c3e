package io.almoner.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What exports wrote for the portals, and which of it people have made there. */
public final class HandOvers {

    private static final String COLUMNS =
            "select run_id, kind, organisation_id, revision, confirmed_by from hand_over ";

    private final JdbcClient client;

    HandOvers(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
    }

    /** Remembers what an export wrote. */
    public void written(HandOver handOver) {
        client.sql("""
                        insert into hand_over (run_id, kind, organisation_id, revision)
                        values (:runId, :kind, :organisationId, :revision)
                        """)
                .param("runId", handOver.runId())
                .param("kind", handOver.kind())
                .param("organisationId", handOver.organisationId())
                .param("revision", handOver.revision())
                .update();
    }

    /** Notes that what an export wrote has been made in the portal; who said so first stays. */
    public void confirm(long runId, String by, Instant at) {
        client.sql("update hand_over set confirmed_by = ?, confirmed_at = ? where run_id = ? and confirmed_by is null")
                .params(by, at.atOffset(ZoneOffset.UTC), runId)
                .update();
    }

    /** What an export wrote; empty when it wrote nothing for a portal. */
    public Optional<HandOver> ofRun(long runId) {
        return client.sql(COLUMNS + "where run_id = ?")
                .param(runId)
                .query(HandOver.class)
                .optional();
    }

    /** How far the portals know the changes of a kind. */
    public Confirmed confirmed(String kind) {
        List<HandOver> confirmed = client.sql(COLUMNS + "where kind = ? and confirmed_by is not null")
                .param(kind)
                .query(HandOver.class)
                .list();
        return Confirmed.of(confirmed);
    }
}
