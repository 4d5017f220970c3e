package io.almoner.intake;

import java.util.List;

/**
 * One column of a {@link Layout}.
 *
 * @param name the header that we write and that findings name, such as {@code LocationMpnId}
 * @param required the header must be there (FIL-001) and no cell may be empty (FIL-003)
 * @param secret its cells are product keys or passwords: masked wherever they are repeated
 * @param ignored its cells are neither judged nor compared, only given back
 * @param aliases further headers that mean this column: the portals' own and those in the six languages; matched
 *     ignoring case, spaces, punctuation and underscores
 * @param meaning names by which rules speak of this column where other layouts call it otherwise; usually empty
 */
public record LayoutColumn(
        String name, boolean required, boolean secret, boolean ignored, List<String> aliases, List<String> meaning) {

    public LayoutColumn {
        aliases = List.copyOf(aliases);
        meaning = List.copyOf(meaning);
    }
}
