package io.almoner.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column that our rejects files add to a table: reading passes over it, except for the mark. */
public enum AddedColumn {
    STATUS("Almoner Status"),
    CODE("Almoner Code"),
    REASON("Almoner Reason"),
    HINT("Almoner Hint"),
    ROW("Almoner Row"),
    /** Cells beyond the header, where rows come back in a file of their own. */
    EXTRA("Almoner Extra"),
    /** What makes a finished row known when the workbook comes back. */
    MARK("Almoner Mark");

    private final String header;
    private final String compared;

    AddedColumn(String header) {
        this.header = header;
        this.compared = HeaderName.of(header).text();
    }

    /** The header as we write it. */
    public String header() {
        return header;
    }

    /** Where the column stands among headers, the first of them when it stands there twice; -1 when it does not. */
    public int in(List<String> headers) {
        for (int i = 0; i < headers.size(); i++) {
            if (HeaderName.of(headers.get(i)).text().equals(compared)) {
                return i;
            }
        }
        return -1;
    }

    /** The column that a header names, compared as all headers are. */
    public static Optional<AddedColumn> of(String header) {
        String name = HeaderName.of(header).text();
        return Arrays.stream(values())
                .filter(column -> column.compared.equals(name))
                .findFirst();
    }
}
