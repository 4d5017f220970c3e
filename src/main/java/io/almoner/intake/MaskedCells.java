package io.almoner.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The cells of a table as they may be shown: its secret columns masked, and product keys in any other. */
final class MaskedCells {

    private final Mask mask = new Mask();
    private final Map<Integer, LayoutColumn.Secrecy> secrets = new HashMap<>();

    MaskedCells(SourceTable table) {
        List<LayoutColumn> columns = table.layout().columns();
        for (int i = 0; i < columns.size(); i++) {
            secrets.put(table.positions().get(i), columns.get(i).secrecy());
        }
    }

    List<String> header(List<String> headers) {
        return headers.stream().map(mask::keysIn).toList();
    }

    List<String> of(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> masked(i, cells.get(i)))
                .toList();
    }

    private String masked(int position, String cell) {
        return switch (secrets.getOrDefault(position, LayoutColumn.Secrecy.OPEN)) {
            case OPEN -> mask.keysIn(cell);
            case KEY -> mask.secret(cell);
            case PASSWORD -> mask.password(cell);
        };
    }
}
