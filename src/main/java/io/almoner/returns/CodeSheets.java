package io.almoner.returns;

import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.almoner.intake.CompanionSheet;
import io.almoner.rules.Rule;

/** The two last sheets of a rejects workbook: how many rows each code has, and what the codes mean. */
final class CodeSheets {

    private static final List<Integer> SUMMARY_WIDTHS = List.of(28, 10, 10, 60);
    private static final List<Integer> CODES_WIDTHS = List.of(10, 16, 60, 100);

    private final Messages messages;

    CodeSheets(Messages messages) {
        this.messages = messages;
    }

    void write(Workbook workbook, CodeCounts counts) throws java.io.IOException {
        summary(workbook.newWorksheet(CompanionSheet.SUMMARY.title()), counts);
        codes(workbook.newWorksheet(CompanionSheet.CODES.title()), counts);
    }

    private void summary(Worksheet sheet, CodeCounts counts) throws java.io.IOException {
        head(sheet, List.of("sheet", "code", "rows", "meaning"), SUMMARY_WIDTHS);
        CellWriter cells = new CellWriter(sheet);
        int[] line = {0};
        counts.bySheet()
                .forEach((name, codes) -> codes.forEach((rule, count) -> {
                    line[0]++;
                    cells.text(line[0], 0, name);
                    cells.text(line[0], 1, rule.code());
                    sheet.value(line[0], 2, count);
                    cells.text(line[0], 3, messages.title(rule));
                }));
        sheet.setAutoFilter(0, 0, line[0], 3);
        sheet.finish();
    }

    private void codes(Worksheet sheet, CodeCounts counts) throws java.io.IOException {
        head(sheet, List.of("code", "severity", "meaning", "remedy"), CODES_WIDTHS);
        CellWriter cells = new CellWriter(sheet);
        int line = 0;
        for (Rule rule : counts.rules()) {
            line++;
            cells.text(line, 0, rule.code());
            cells.text(line, 1, messages.label("severity." + rule.severity().letter()));
            cells.text(line, 2, messages.title(rule));
            cells.text(line, 3, messages.remedy(rule));
        }
        sheet.setAutoFilter(0, 0, line, 3);
        sheet.finish();
    }

    private void head(Worksheet sheet, List<String> labels, List<Integer> widths) {
        new SheetHead(sheet).write(labels.stream().map(messages::label).toList());
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
    }
}
