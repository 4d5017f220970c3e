package io.almoner.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import io.almoner.intake.Layout;
import io.almoner.intake.Vocabulary;
import io.almoner.returns.StagedFile;

/**
 * An empty workbook in which people fill in one of our own layouts in their language: drop-downs, notes, an example row
 * and a sheet of help. Filled in, it is read like any other file. It has neither formulas nor macros nor protection.
 */
public final class Template {

    private final Layout layout;
    private final Vocabulary vocabulary;
    private final Locale language;

    /** @throws IllegalArgumentException when the layout is not one that people fill in */
    public Template(Layout layout, Vocabulary vocabulary, Locale language) {
        if (!isFor(layout)) {
            throw new IllegalArgumentException("nobody fills in " + layout.name() + " by hand");
        }
        this.layout = layout;
        this.vocabulary = vocabulary;
        this.language = language;
    }

    /** Whether people fill in a layout by hand: ours they do, those of the portals come from the portals. */
    public static boolean isFor(Layout layout) {
        return isWishes(layout) || layout.jobs().contains("migrate");
    }

    private static boolean isWishes(Layout layout) {
        return layout.column("Action").isPresent();
    }

    /** The words that begin what is done with a template that was filled in. */
    public static String command(Layout layout) {
        return isWishes(layout) ? "almoner assign" : "almoner migrate";
    }

    /**
     * Writes the file, for its owner only, and moves it to its place.
     *
     * @param lists what the ledger knows that can be chosen
     * @throws IOException when the disk refuses
     */
    public void write(LedgerLists lists, Path target) throws IOException {
        try (StagedFile file = StagedFile.open(target, StagedFile.Access.PRIVATE);
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setCreator("Almoner");
            Guide guide = new Guide(layout, vocabulary, language);
            TemplateStyles styles = new TemplateStyles(workbook);
            XSSFSheet input = new InputSheet(workbook, guide, styles).write();
            String command = "%s %s.xlsx --as EMAIL --dry-run".formatted(command(layout), layout.name());
            new HelpSheet(workbook, guide, styles).write(lists, command);
            new ListsSheet(workbook, guide, new ChoiceLists(vocabulary, lists, language)).offerIn(input);
            workbook.write(file.stream());
            file.commit();
        }
    }
}
