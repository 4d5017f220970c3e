package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a command leaves behind and that must not depend on what happened to its process.
 *
 * @param summary its JSON without what differs by its nature: the run's number, its duration and its paths
 * @param files the text of its rejects and findings, by name
 * @param ledger the rows of each table
 */
record CommandResult(JsonNode summary, Map<String, String> files, Map<String, List<String>> ledger) {

    private static final List<String> COMPARED_FILES = List.of("rejects", "findings");

    static CommandResult of(CommandProcess process, CommandProcess.Ending ending) throws IOException, SQLException {
        var summary = (ObjectNode) JsonMapper.shared().readTree(ending.output());
        var files = files(summary);
        summary.remove(List.of("run", "seconds", "files"));
        return new CommandResult(summary, files, ledger(process));
    }

    private static Map<String, String> files(JsonNode summary) throws IOException {
        var files = new TreeMap<String, String>();
        for (var file : summary.get("files")) {
            if (COMPARED_FILES.contains(file.get("kind").asString())) {
                var path = Path.of(file.get("path").asString());
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static Map<String, List<String>> ledger(CommandProcess process) throws SQLException {
        return process.database().isEmpty()
                ? LedgerContent.of("jdbc:h2:file:" + process.home().resolve("ledger"), "sa")
                : LedgerContent.of(process.database(), "postgres");
    }
}
