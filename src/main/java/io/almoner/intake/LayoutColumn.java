package io.almoner.intake;

import java.util.List;

/**
 * One column of a {@link Layout}.
 *
 * @param name the header that we write and that findings name, such as {@code LocationMpnId}
 * @param required the header must be there (FIL-001) and no cell may be empty (FIL-003)
 * @param secret its cells are product keys or passwords: masked wherever they are repeated
 * @param aliases further headers that mean this column: the portals' own and those in the six languages; matched
 *     ignoring case, spaces, punctuation and underscores
 */
public record LayoutColumn(String name, boolean required, boolean secret, List<String> aliases) {

    public LayoutColumn {
        aliases = List.copyOf(aliases);
    }
}
