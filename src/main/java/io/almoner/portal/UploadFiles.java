package io.almoner.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.almoner.returns.StagedFile;

/** Writes the files of an upload for one organisation: portals know one tenant. */
public final class UploadFiles {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final Upload upload;
    private final Path directory;

    /**
     * A file that was written.
     *
     * @param path where it stands
     * @param altered the cells that had a comma, which the portal refuses: a space stands for it
     */
    public record Written(Path path, List<AlteredCell> altered) {}

    /**
     * A cell that is not quite what the ledger has.
     *
     * @param row as a spreadsheet numbers it
     * @param column its header
     */
    public record AlteredCell(int row, String column) {

        /** For people: row 3, Name. */
        public String toText() {
            return "row " + row + ", " + column;
        }
    }

    public UploadFiles(Upload upload, Path directory) {
        this.upload = upload;
        this.directory = directory;
    }

    /**
     * Writes what is new; no file when nothing is.
     *
     * @param suffix of the files' names before their numbers, such as {@code -C-1001}
     * @throws IOException when the disk refuses, or a workbook would need more rows than a sheet has
     */
    public List<Written> write(ChangedBook changed, String suffix) throws IOException {
        List<List<Cell>> rows = new UploadRows(changed).of(upload);
        List<Written> files = new ArrayList<>();
        for (int first = 0; first < rows.size(); first += most(rows)) {
            List<List<Cell>> part = rows.subList(first, Math.min(rows.size(), first + most(rows)));
            String number = upload.mostRows() == Integer.MAX_VALUE ? "" : "-" + (files.size() + 1);
            files.add(write(part, directory.resolve(name(suffix + number))));
        }
        return files;
    }

    private int most(List<List<Cell>> rows) {
        return Math.min(upload.mostRows(), rows.size());
    }

    private String name(String suffix) {
        return (upload.name() + "%s." + upload.format())
                .toLowerCase(Locale.ROOT)
                .formatted(suffix);
    }

    private Written write(List<List<Cell>> rows, Path path) throws IOException {
        List<AlteredCell> altered = new ArrayList<>();
        try (StagedFile file = StagedFile.open(path, StagedFile.Access.SHARED)) {
            try (TableFile table = open(file.stream())) {
                int number = upload.heads().size();
                for (List<Cell> row : rows) {
                    table.write(accepted(row, ++number, altered));
                }
            }
            file.commit();
        }
        return new Written(path, altered);
    }

    private TableFile open(OutputStream stream) throws IOException {
        List<List<String>> heads = upload.heads();
        return switch (upload.format()) {
            case XLSX -> new SheetTable(stream, "Bulk add", heads.get(0));
            case CSV -> {
                TextTable table = new TextTable(stream, heads.get(0));
                for (List<String> head : heads.subList(1, heads.size())) {
                    table.write(head.stream().map(Cell::of).toList());
                }
                yield table;
            }
        };
    }

    /** The row as the portal takes it: no spaces at the ends of a cell and, in Visual Studio's, no commas. */
    private List<Cell> accepted(List<Cell> row, int number, List<AlteredCell> altered) {
        List<Cell> accepted = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column).text();
            if (upload == Upload.VS_BULK_ADD && text.contains(",")) {
                List<String> header = upload.heads().get(0);
                altered.add(new AlteredCell(number, header.get(column)));
                text = COMMA.matcher(text).replaceAll(" ");
            }
            accepted.add(Cell.of(text.strip()));
        }
        return accepted;
    }
}
