package io.almoner.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.almoner.intake.Layout;
import io.almoner.intake.LayoutColumn;

/**
 * The fictional values that templates show; data of {@code template-examples.yaml}.
 *
 * @param values by column, or by layout and column
 * @param rows which columns the example row of a layout fills
 */
record Examples(Map<String, String> values, Map<String, List<String>> rows) {

    @SuppressWarnings("unchecked") // the data is ours, and a test reads all of it
    static Examples load() {
        try (InputStream in = Examples.class.getResourceAsStream("/template-examples.yaml")) {
            Map<String, Object> data =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            return new Examples(
                    (Map<String, String>) Objects.requireNonNull(data.get("values")),
                    (Map<String, List<String>>) Objects.requireNonNull(data.get("rows")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a column as the data has it: a text, or the name of a constant. */
    String of(Layout layout, LayoutColumn column) {
        @Nullable String special = values.get(layout.name() + "." + column.name());
        return special == null ? Objects.requireNonNull(values.get(column.name()), column::name) : special;
    }

    boolean isInRow(Layout layout, LayoutColumn column) {
        List<String> row = rows.get(layout.name());
        return row == null || row.contains(column.name());
    }
}
