package io.almoner.portal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import io.almoner.book.SealedKey;
import io.almoner.ledger.ShownKey;
import io.almoner.returns.StagedFile;

/**
 * The one file in which keys are handed out: a row a key, clear, with what whoever gets it has to know. Only its owner
 * can read it. Keys are opened one at a time, as they are written; download links are text, nothing that opens itself.
 */
public final class KeyFile implements Closeable {

    private final StagedFile file;
    private final TableFile table;
    private final List<KeyColumn> columns;

    /** A column of the file. */
    private record KeyColumn(String name, int width, Function<ShownKey, Cell> cell) {}

    private KeyFile(StagedFile file, Export.Format format, List<KeyColumn> columns) throws IOException {
        this.file = file;
        this.columns = columns;
        List<String> header = columns.stream().map(KeyColumn::name).toList();
        List<Integer> widths = columns.stream().map(KeyColumn::width).toList();
        this.table = switch (format) {
            case CSV -> new TextTable(file.stream(), header);
            case XLSX -> new SheetTable(file.stream(), "keys", header, widths);
        };
    }

    /**
     * Begins the file; it stands there only after {@link #commit()}.
     *
     * @param clear opens a key
     * @throws IOException when the disk refuses
     */
    public static KeyFile open(Path target, Export.Format format, Function<SealedKey, String> clear)
            throws IOException {
        StagedFile file = StagedFile.open(target, StagedFile.Access.PRIVATE);
        try {
            return new KeyFile(file, format, columns(clear));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static List<KeyColumn> columns(Function<SealedKey, String> clear) {
        return List.of(
                new KeyColumn("OrgId", 12, shown -> Cell.of(shown.organisationCode())),
                new KeyColumn("OrgName", 24, shown -> Cell.of(shown.organisationName())),
                new KeyColumn("MpnId", 12, shown -> Cell.of(shown.mpnId())),
                new KeyColumn("OrderNumber", 16, shown -> Cell.of(shown.orderNumber())),
                new KeyColumn("BenefitName", 32, shown -> Cell.of(shown.benefitName())),
                new KeyColumn(
                        "ProductKey",
                        36,
                        shown -> Cell.of(clear.apply(shown.key().key()))),
                new KeyColumn("KeyType", 20, shown -> Cell.of(shown.key().type())),
                new KeyColumn("Seats", 10, shown -> Cell.of(shown.key().seats())),
                new KeyColumn("Language", 20, shown -> Cell.of(shown.key().language())),
                new KeyColumn("OSType", 16, shown -> Cell.of(shown.key().operatingSystem())),
                new KeyColumn(
                        "ActivationsUsed", 17, shown -> Cell.of(shown.key().activationsUsed())),
                new KeyColumn("ActivationsMax", 17, shown -> Cell.of(shown.key().activationsMax())),
                new KeyColumn("RevealedDate", 14, shown -> Cell.of(shown.key().revealedOn())),
                new KeyColumn("SpecialInstructions", 60, shown -> Cell.wrapped(shown.specialInstructions())),
                new KeyColumn("DownloadLinks", 48, shown -> Cell.wrapped(String.join("; ", shown.downloadLinks()))),
                new KeyColumn("SourceFile", 24, shown -> Cell.of(shown.sourceName())),
                new KeyColumn("SourceRow", 12, shown -> shown.row() == 0 ? Cell.EMPTY : Cell.of((long) shown.row())));
    }

    /** Writes the row of a key. */
    public void add(ShownKey shown) throws IOException {
        table.write(columns.stream().map(column -> column.cell().apply(shown)).toList());
    }

    /** Puts the file in its place: an absolute path. */
    public Path commit() throws IOException {
        table.close();
        file.commit();
        return file.target();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
