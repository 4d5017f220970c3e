package io.almoner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that hand a command's common options to another command.
 *
 * @param home the home of that one
 * @param common the options
 */
record CommandWords(Path home, CommonOptions common) {

    List<String> list() {
        List<String> words = new ArrayList<>(List.of("--home=" + home));
        String database = common.database();
        if (database != null) {
            words.add("--db=" + database);
        }
        if (common.json()) {
            words.add("--json");
        }
        if (common.quiet()) {
            words.add("--quiet");
        }
        if (common.verbose()) {
            words.add("--verbose");
        }
        if (!common.colours()) {
            words.add("--no-color");
        }
        return words;
    }
}
