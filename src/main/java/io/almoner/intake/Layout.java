package io.almoner.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that Almoner can read and write, as data: its columns in their order and what makes two of its rows the same
 * thing.
 *
 * @param name the name that commands take, such as {@code pmc_benefits}
 * @param rank where it stands when several tables are read together; lower ranks are read first
 * @param jobs the jobs that read it: {@code migrate}, {@code assign}, {@code reconcile}
 * @param columns every column in the order in which we write them
 * @param identities natural keys; rows of one file that agree in a key must agree in its values (FIL-008)
 */
public record Layout(String name, int rank, Set<String> jobs, List<LayoutColumn> columns, List<NaturalKey> identities) {

    public Layout {
        jobs = Set.copyOf(jobs);
        columns = List.copyOf(columns);
        identities = List.copyOf(identities);
    }

    /** The position of a column in {@link #columns()}, by its exact name. */
    public int ordinal(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("layout " + name + " has no column " + column);
    }

    /** The column of that exact name. */
    public Optional<LayoutColumn> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** The column that a rule means: that of the name, or the one that stands for it in this layout; else the name itself. */
    public String meant(String ruleColumn) {
        if (column(ruleColumn).isPresent()) {
            return ruleColumn;
        }
        return columns.stream()
                .filter(column -> column.meaning().contains(ruleColumn))
                .map(LayoutColumn::name)
                .findFirst()
                .orElse(ruleColumn);
    }
}
