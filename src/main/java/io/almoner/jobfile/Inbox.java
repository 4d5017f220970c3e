package io.almoner.jobfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.almoner.jobfile.SourceOrder.Moves;
import io.almoner.returns.StagedFile;

/**
 * Moves processed files out of an inbox, never over another file: a name that is taken gets a number, and so do the
 * files beside it. The file itself moves last, so that a killed process leaves it in the inbox to be processed again.
 */
public final class Inbox {

    private final Moves moves;

    /** @param source a source whose files are moved */
    public Inbox(SourceOrder.Matching source) {
        this.moves = Objects.requireNonNull(source.moves());
    }

    /**
     * Moves a file whose every row was applied, or already so.
     *
     * @return where it stands now
     */
    public Path done(Path file) throws IOException {
        return move(file, moves.done(), Map.of());
    }

    /**
     * Moves a file that comes back with its refused rows beside it.
     *
     * @return where it stands now
     */
    public Path rejected(Path file, List<Path> rejects) throws IOException {
        Map<String, Content> beside = new LinkedHashMap<>();
        for (Path path : rejects) {
            String name = path.getFileName().toString();
            while (beside.containsKey(name) || name.equals(file.getFileName().toString())) {
                name = with(".rejects", name);
            }
            beside.put(name, () -> Files.newInputStream(path));
        }
        return move(file, moves.rejected(), beside);
    }

    /**
     * Moves a file that could not be used, with the reason beside it as {@code NAME.txt}.
     *
     * @return where it stands now
     */
    public Path unusable(Path file, List<Path> rejects, String reason) throws IOException {
        if (!rejects.isEmpty()) {
            return rejected(file, rejects);
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return move(file, moves.rejected(), Map.of(file.getFileName() + ".txt", () -> new ByteArrayInputStream(text)));
    }

    private interface Content {
        InputStream open() throws IOException;
    }

    private static Path move(Path file, Path folder, Map<String, Content> beside) throws IOException {
        Files.createDirectories(folder);
        String number = "";
        for (int i = 2; isTaken(folder, file, beside, number); i++) {
            number = "-" + i;
        }
        for (Map.Entry<String, Content> companion : beside.entrySet()) {
            Path target = folder.resolve(with(number, companion.getKey()));
            try (InputStream in = companion.getValue().open();
                    StagedFile copy = StagedFile.open(target, StagedFile.Access.SHARED)) {
                in.transferTo(copy.stream());
                copy.commit();
            }
        }
        // not atomic, for an atomic move would replace what another process has just put there
        return Files.move(file, folder.resolve(with(number, file.getFileName().toString())));
    }

    private static boolean isTaken(Path folder, Path file, Map<String, Content> beside, String number) {
        return Files.exists(folder.resolve(with(number, file.getFileName().toString())))
                || beside.keySet().stream().anyMatch(name -> Files.exists(folder.resolve(with(number, name))));
    }

    /** The name with something before its extension. */
    private static String with(String addition, String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + addition : name.substring(0, dot) + addition + name.substring(dot);
    }
}
