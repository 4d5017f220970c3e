package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The checklist of what people have to do in the portals by hand, to be printed or worked through in a spreadsheet. The
 * rows of both stand in the same order under the same numbers.
 */
public final class Checklist {

    /** What a checklist can be written as. */
    public static final Set<Format> FORMATS = Set.of(Format.PDF, Format.XLSX);

    static final String TEXTS = "messages.hand-off";

    private final Scope scope;
    private final List<String> organisations;
    private final Instant generatedAt;
    private final List<ToDoLine> lines;
    private final Look look;

    /**
     * A checklist.
     *
     * @param scope what it is about; its day is the one as of which it is made
     * @param organisations the names of the organisations that it covers
     */
    public Checklist(Scope scope, List<String> organisations, List<ToDoLine> lines, Instant generatedAt, Look look) {
        this.scope = scope;
        this.organisations = List.copyOf(organisations);
        this.generatedAt = generatedAt;
        this.lines = toldApart(lines).sorted(new ToDoOrder()).toList();
        this.look = look;
    }

    private static Stream<ToDoLine> toldApart(List<ToDoLine> lines) {
        Map<String, Set<String>> codes = lines.stream()
                .map(ToDoLine::place)
                .collect(Collectors.groupingBy(
                        ToDoLine.Place::organisation, Collectors.mapping(ToDoLine.Place::code, Collectors.toSet())));
        return lines.stream().map(line -> {
            String name = line.place().organisation();
            boolean only = codes.getOrDefault(name, Set.of()).size() == 1;
            return only
                    ? line
                    : line.named(OrganisationNames.toldApart(name, line.place().code()));
        });
    }

    /** How many things there are to do. */
    public int size() {
        return lines.size();
    }

    /** The name of its file in a format. */
    public static String fileName(Format format) {
        return "hand_off." + format.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes it.
     *
     * @param format one of {@link #FORMATS}
     * @param ownDesigns folder of designs that go before the program's own; null when there is none
     * @param swapDirectory where pages wait that are not being worked on
     * @throws ReportException when the design cannot be used
     */
    public void write(Format format, @Nullable Path ownDesigns, Path swapDirectory, OutputStream out)
            throws IOException {
        Designs designs = new Designs(ownDesigns);
        Texts texts = designs.texts(TEXTS, look.locale());
        switch (format) {
            case PDF -> new ChecklistPdf(designs, texts).write(header(texts), lines, look, swapDirectory, out);
            case XLSX -> new ChecklistWorkbook(lines, look, texts).write(out);
            case HTML, CSV -> throw new IllegalArgumentException("a checklist is not written as " + format);
        }
    }

    private ReportHeader header(Texts texts) {
        String only = scope.organisation();
        return new ReportHeader(
                organisations,
                organisations.size(),
                scope.on(),
                generatedAt,
                scope.policy().name(),
                only == null ? List.of() : List.of(texts.text("filter.organisation", only)));
    }

    /**
     * Makes sure that nothing is wrong with the design and the texts of the user's own; to be asked before a run begins.
     *
     * @throws BrokenDesignException when something is
     */
    public static void check(Look look, @Nullable Path ownDesigns) {
        Designs designs = new Designs(ownDesigns);
        Texts texts = designs.texts(TEXTS, look.locale());
        if (look.formats().contains(Format.PDF)) {
            designs.check(List.of(ChecklistPdf.DESIGN), look, texts);
        }
    }
}
