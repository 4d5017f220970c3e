package io.almoner.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel 97 to 2003, held in memory; its format ends at 65,536 rows, and we end at a size. */
final class XlsWorkbook implements Workbook {

    private static final long MAX_BYTES = 32L << 20;

    private final String label;
    private final HSSFWorkbook workbook;
    private final NumberCell numbers;

    private XlsWorkbook(HSSFWorkbook workbook, String label) {
        this.workbook = workbook;
        this.label = label;
        this.numbers = new NumberCell(
                workbook.getInternalWorkbook().isUsing1904DateWindowing()
                        ? NumberCell.DateSystem.FROM_1904
                        : NumberCell.DateSystem.FROM_1900);
    }

    /** @param label what the user calls the file */
    static XlsWorkbook open(Path file, String label) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw Refusal.TOO_LARGE.of(label, label);
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw Refusal.ENCRYPTED.of(label);
            }
            if (!container.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !container.getRoot().hasEntryCaseInsensitive("Book")) {
                throw Refusal.OTHER_FORMAT.of(label);
            }
            return new XlsWorkbook(new HSSFWorkbook(container, false), label);
        } catch (EncryptedDocumentException e) {
            throw Refusal.ENCRYPTED.of(label, e);
        } catch (UnusableInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Refusal.DAMAGED.of(label, e);
        }
    }

    @Override
    public List<Tab> tabs() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(i -> new Tab(
                        workbook.getSheetName(i),
                        workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE
                                ? Visibility.VISIBLE
                                : Visibility.HIDDEN))
                .toList();
    }

    @Override
    public RowSource rows(String sheet) {
        Sheet found = workbook.getSheet(sheet);
        if (found == null) {
            throw Refusal.NO_SUCH_SHEET.of(
                    label,
                    sheet,
                    String.join(", ", tabs().stream().map(Tab::name).toList()));
        }
        return new Rows(found.rowIterator());
    }

    private CellValue value(Cell cell) {
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        return switch (isFormula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> numeric(cell);
            case STRING -> CellValue.of(cell.getStringCellValue());
            case BOOLEAN -> CellValue.of(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR ->
                CellValue.wrong(
                        FormulaError.isValidCode(cell.getErrorCellValue())
                                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                                : "#ERROR!",
                        Row.Defect.ERROR_VALUE);
            case BLANK -> CellValue.EMPTY;
            case FORMULA, _NONE -> CellValue.wrong("", Row.Defect.FORMULA_WITHOUT_VALUE);
        };
    }

    private CellValue numeric(Cell cell) {
        String raw = Double.toString(cell.getNumericCellValue());
        boolean isDate = DateUtil.isADateFormat(
                cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
        return isDate ? numbers.date(raw) : numbers.number(raw);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            // it was only read
        }
    }

    /** The rows of one sheet in their order. */
    private final class Rows implements RowSource {

        private final Iterator<org.apache.poi.ss.usermodel.Row> rows;

        Rows(Iterator<org.apache.poi.ss.usermodel.Row> rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable Row next() {
            return rows.hasNext() ? converted(rows.next()) : null;
        }

        private Row converted(org.apache.poi.ss.usermodel.Row row) {
            List<String> texts = new ArrayList<>();
            Map<Integer, Row.Defect> defects = new HashMap<>();
            for (Cell cell : row) {
                while (texts.size() < cell.getColumnIndex()) {
                    texts.add("");
                }
                CellValue value = value(cell);
                texts.add(value.text());
                if (value.defect() != null) {
                    defects.put(cell.getColumnIndex(), value.defect());
                }
            }
            return new Row(row.getRowNum() + 1, Row.Kind.DATA, texts, defects);
        }

        @Override
        public void close() {
            // the workbook is in memory
        }
    }
}
