package io.almoner.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.almoner.book.Holder;

/** Finds who has what only one may have: the fingerprint of a key, the GUID of a subscription. */
interface Whereabouts {

    /** Takes note of where such texts went, within the transaction that wrote them. */
    void note(Connection connection, List<Place> places) throws SQLException;

    /** Who has these texts, of which there is at least one; those that nobody has are absent. */
    Map<String, Holder> holders(Wanted wanted, Collection<String> texts);

    /** The holder in a row of {@link Wanted}'s statements, whose text stands before it. */
    static Holder holder(ResultSet row) throws SQLException {
        return new Holder(row.getString(2), row.getString(3), row.getString(4));
    }
}
