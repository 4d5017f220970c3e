package io.almoner.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The cells of a table as they may be shown: its secret columns masked, and product keys in any other. */
final class MaskedCells {

    private final Mask mask = new Mask();
    private final Set<Integer> secret = new HashSet<>();

    MaskedCells(SourceTable table) {
        List<LayoutColumn> columns = table.layout().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).secret() && table.positions().get(i) >= 0) {
                secret.add(table.positions().get(i));
            }
        }
    }

    List<String> header(List<String> headers) {
        return headers.stream().map(mask::keysIn).toList();
    }

    List<String> of(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> secret.contains(i) ? mask.secret(cells.get(i)) : mask.keysIn(cells.get(i)))
                .toList();
    }
}
