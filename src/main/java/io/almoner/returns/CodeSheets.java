package io.almoner.returns;

import java.io.IOException;
import java.util.ArrayList;
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

    /** What the sheets say. */
    List<CodeSheet> of(CodeCounts counts) {
        return List.of(summary(counts), codes(counts));
    }

    private CodeSheet summary(CodeCounts counts) {
        List<List<Object>> lines = new ArrayList<>();
        counts.bySheet()
                .forEach((name, codes) -> codes.forEach(
                        (rule, count) -> lines.add(List.of(name, rule.code(), count, messages.title(rule)))));
        return new CodeSheet(
                CompanionSheet.SUMMARY.title(), labels("sheet", "code", "rows", "meaning"), SUMMARY_WIDTHS, lines);
    }

    private CodeSheet codes(CodeCounts counts) {
        List<List<Object>> lines = new ArrayList<>();
        for (Rule rule : counts.rules()) {
            lines.add(List.of(
                    rule.code(),
                    messages.label("severity." + rule.severity().letter()),
                    messages.title(rule),
                    messages.remedy(rule)));
        }
        return new CodeSheet(
                CompanionSheet.CODES.title(), labels("code", "severity", "meaning", "remedy"), CODES_WIDTHS, lines);
    }

    private List<String> labels(String... keys) {
        return List.of(keys).stream().map(messages::label).toList();
    }

    /** Writes the sheets at the end of a new workbook. */
    void write(Workbook workbook, CodeCounts counts) throws IOException {
        for (CodeSheet sheet : of(counts)) {
            write(workbook.newWorksheet(sheet.name()), sheet);
        }
    }

    private static void write(Worksheet worksheet, CodeSheet sheet) throws IOException {
        new SheetHead(worksheet).write(sheet.header());
        for (int column = 0; column < sheet.widths().size(); column++) {
            worksheet.width(column, sheet.widths().get(column));
        }
        CellWriter cells = new CellWriter(worksheet);
        int line = 0;
        for (List<Object> values : sheet.lines()) {
            line++;
            for (int column = 0; column < values.size(); column++) {
                if (values.get(column) instanceof Integer count) {
                    worksheet.value(line, column, count);
                } else {
                    cells.text(line, column, values.get(column).toString());
                }
            }
        }
        worksheet.setAutoFilter(0, 0, line, sheet.header().size() - 1);
        worksheet.finish();
    }
}
