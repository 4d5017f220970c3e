package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a checklist as one sheet to be filtered, sorted and ticked off. */
final class ChecklistWorkbook {

    private final List<ToDoLine> lines;
    private final Look look;
    private final Texts texts;
    private final ToDoTexts words;

    /** A line and its number. */
    private record Numbered(int number, ToDoLine line) {}

    ChecklistWorkbook(List<ToDoLine> lines, Look look, Texts texts) {
        this.lines = lines;
        this.look = look;
        this.texts = texts;
        this.words = new ToDoTexts(texts);
    }

    void write(OutputStream out) throws IOException {
        if (lines.size() > DataSheet.MOST_ROWS) {
            throw new IOException("a sheet holds " + DataSheet.MOST_ROWS + " rows: narrow the checklist with --org");
        }
        try (Workbook book = new Workbook(out, "Almoner", "1.0")) {
            book.setGlobalDefaultFont(SheetPrint.FONT, 10);
            book.properties().setTitle(texts.text("title")).setSubject(texts.text("purpose"));
            Worksheet sheet = book.newWorksheet(texts.text("sheet"));
            DataSheet<Numbered> table = new DataSheet<>(sheet, columns(), look.paper());
            sheet.freezePane(2, 1);
            if (lines.isEmpty()) {
                sheet.inlineString(1, 2, texts.text("empty"));
            } else {
                sheet.range(1, 0, lines.size(), 0).validateWithListByFormula("\"" + texts.text("yes") + "\"");
            }
            table.fill(IntStream.range(0, lines.size())
                    .mapToObj(index -> new Numbered(index + 1, lines.get(index)))
                    .iterator());
        }
    }

    private List<Column<Numbered>> columns() {
        return List.of(
                new Column<>(title("done"), Kind.TEXT, null, 7, ChecklistWorkbook::box),
                Column.number(title("number"), "0", 5, Numbered::number),
                column("page", 22, words::page),
                column("task", 52, words::sentence),
                column("organisation", 18, line -> line.place().organisation()),
                column("location", 11, line -> line.place().mpnId()),
                column("order", 13, line -> line.place().order()),
                column("benefit", 26, line -> line.place().benefit()),
                person("person", 20, ToDoLine.Person::name),
                person("email", 30, ToDoLine.Person::email),
                person("secondEmail", 30, ToDoLine.Person::secondEmail),
                column("details", 44, words::details),
                Column.date(
                        title("since"),
                        String.valueOf(Kind.DAY.format()),
                        12,
                        numbered -> numbered.line().origin().since()),
                column("askedBy", 28, line -> line.origin().askedBy()),
                column("file", 18, line -> line.origin().file()),
                Column.number(title("row"), "0", 7, numbered -> row(numbered.line())));
    }

    /** Empty, to be ticked: the border shows where. */
    private static int box(Worksheet sheet, int row, int column, Numbered line) {
        sheet.style(row, column)
                .borderStyle(BorderStyle.THIN)
                .borderColor("5B6B7A")
                .horizontalAlignment("center")
                .verticalAlignment("top")
                .set();
        return 1;
    }

    private static @Nullable Number row(ToDoLine line) {
        return line.origin().row() == 0 ? null : Integer.valueOf(line.origin().row());
    }

    private Column<Numbered> person(String name, double width, Function<ToDoLine.Person, @Nullable String> value) {
        return column(name, width, line -> line.person() == null ? null : value.apply(line.person()));
    }

    private Column<Numbered> column(String name, double width, Function<ToDoLine, @Nullable String> value) {
        return Column.text(title(name), width, numbered -> value.apply(numbered.line()));
    }

    private String title(String column) {
        return texts.text("column." + column);
    }
}
