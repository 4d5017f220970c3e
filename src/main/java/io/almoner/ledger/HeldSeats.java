package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Change;
import io.almoner.book.Seat;

/**
 * How many seats of Visual Studio subscriptions and cloud benefits somebody held at the end of each of several days: what
 * a {@link PastLedger} of each would tell, from one reading of the audit trail. A few bits for each seat and day are all
 * that is kept meanwhile.
 */
public final class HeldSeats {

    private static final int PAGE = 2_000;

    private final DataSource dataSource;
    private final JdbcClient client;

    HeldSeats(DataSource dataSource) {
        this.dataSource = dataSource;
        this.client = JdbcClient.create(dataSource);
    }

    /**
     * Organisations by their surrogate keys.
     *
     * @param last inclusive
     */
    public record Span(long first, long last) {}

    /** The seats held at the end of each day in some organisations; days on which the ledger was still empty are absent. */
    public SortedMap<LocalDate, Long> on(Collection<LocalDate> days, Span organisations) {
        List<HeldOnDay> held = days.stream()
                .map(day -> new HeldOnDay(day, RunsUntil.of(dataSource, day)))
                .filter(day -> day.runs().lastChange() > 0)
                .toList();
        read(held, organisations);
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        held.forEach(day -> counts.put(day.day(), day.count()));
        return counts;
    }

    private void read(List<HeldOnDay> days, Span organisations) {
        long last =
                days.stream().mapToLong(day -> day.runs().lastChange()).max().orElse(0);
        BitSet counted = new BitSet(); // of benefits; surrogate keys have no gaps, so that bits take little room
        long after = 0;
        List<Read> page;
        do {
            page = page(after, last, organisations);
            for (Read read : page) {
                tell(read, counted, days);
                after = read.id();
            }
        } while (page.size() == PAGE);
    }

    /** A seat belongs to a benefit that the trail told before; benefits do not change their category. */
    private static void tell(Read read, BitSet counted, List<HeldOnDay> days) {
        if (read.change().entity() instanceof Benefit benefit) {
            counted.set(
                    Math.toIntExact(benefit.id()),
                    benefit.category() == Category.VISUAL_STUDIO || benefit.category() == Category.CLOUD);
        } else if (read.change().entity() instanceof Seat seat && counted.get(Math.toIntExact(seat.benefitId()))) {
            days.stream().filter(day -> day.runs().has(read.runId())).forEach(day -> day.change(read.change()));
        }
    }

    private record Read(long id, long runId, Change change) {

        private static Read of(ResultSet row, int number) throws SQLException {
            return new Read(row.getLong("id"), row.getLong("run_id"), AuditTrail.change(row));
        }
    }

    private List<Read> page(long after, long last, Span organisations) {
        return client.sql("""
                        select id, run_id, kind, entity, entity_id, before_json, after_json
                        from audit_change
                        where id > :after and id <= :last and entity in ('benefit', 'seat')
                          and organisation_id between :firstOrganisation and :lastOrganisation
                        order by id
                        limit :page
                        """)
                .param("after", after)
                .param("last", last)
                .param("firstOrganisation", organisations.first())
                .param("lastOrganisation", organisations.last())
                .param("page", PAGE)
                .query(Read::of)
                .list();
    }
}
