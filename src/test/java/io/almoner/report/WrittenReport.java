package io.almoner.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarDir;

/** A report as its reader opens it. */
record WrittenReport(List<Path> files) {

    /** The text of the PDF, line by line as it stands on the paper. */
    String pdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(file(".pdf").toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    /** The key figures of the workbook's summary, as they are shown. */
    Map<String, String> figures() throws IOException {
        Map<String, String> figures = new LinkedHashMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(file(".xlsx").toFile().getPath())) {
            DataFormatter shown = new DataFormatter();
            for (Row row : book.getSheetAt(0)) {
                Cell value = row.getCell(1);
                if (value != null) {
                    figures.putIfAbsent(shown.formatCellValue(row.getCell(0)), shown.formatCellValue(value));
                }
            }
        }
        return figures;
    }

    /** The charts of the workbook's summary, as programs draw them that compute nothing. */
    List<Chart> charts() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(file(".xlsx").toFile().getPath())) {
            XSSFDrawing drawing = book.getSheetAt(0).getDrawingPatriarch();
            return drawing == null
                    ? List.of()
                    : drawing.getCharts().stream().map(WrittenReport::drawn).toList();
        }
    }

    private static Chart drawn(XSSFChart chart) {
        CTBarChart bars = chart.getCTChart().getPlotArea().getBarChartArray(0);
        Chart.Form form = bars.getBarDir().getVal() == STBarDir.BAR ? Chart.Form.BARS : Chart.Form.TREND;
        List<Chart.Piece> pieces = new ArrayList<>();
        for (int category = 0; category < categories(bars).length; category++) {
            for (CTBarSer series : bars.getSerArray()) {
                pieces.add(new Chart.Piece(
                        series.getTx().getStrRef().getStrCache().getPtArray(0).getV(),
                        categories(bars)[category].getV(),
                        Long.parseLong(series.getVal()
                                .getNumRef()
                                .getNumCache()
                                .getPtArray(category)
                                .getV())));
            }
        }
        return new Chart(form, chart.getTitleText().getString(), pieces);
    }

    /** The same charts with the figures of the cells that they point at, as Excel draws them. */
    List<Chart> chartsOfCells() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(file(".xlsx").toFile().getPath())) {
            List<Chart> charts = new ArrayList<>();
            for (Chart cached : charts()) {
                XSSFChart chart =
                        book.getSheetAt(0).getDrawingPatriarch().getCharts().get(charts.size());
                charts.add(new Chart(cached.form(), cached.title(), pieces(book, chart)));
            }
            return charts;
        }
    }

    private static List<Chart.Piece> pieces(XSSFWorkbook book, XSSFChart chart) {
        CTBarSer[] series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray();
        List<Chart.Piece> pieces = new ArrayList<>();
        List<String> categories = cells(book, series[0].getCat().getStrRef().getF());
        for (int category = 0; category < categories.size(); category++) {
            for (CTBarSer one : series) {
                pieces.add(new Chart.Piece(
                        cells(book, one.getTx().getStrRef().getF()).get(0),
                        categories.get(category),
                        Long.parseLong(
                                cells(book, one.getVal().getNumRef().getF()).get(category))));
            }
        }
        return pieces;
    }

    private static List<String> cells(XSSFWorkbook book, String formula) {
        List<String> cells = new ArrayList<>();
        for (CellReference place : new AreaReference(formula, SpreadsheetVersion.EXCEL2007).getAllReferencedCells()) {
            cells.add(plain(
                    book.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol())));
        }
        return cells;
    }

    /** A value as a program reads it, and not as it is shown. */
    private static String plain(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : new BigDecimal(String.valueOf(cell.getNumericCellValue()))
                                .stripTrailingZeros()
                                .toPlainString();
            case STRING -> cell.getStringCellValue();
            case BLANK -> "";
            default -> throw new AssertionError("unexpected: " + cell.getCellType());
        };
    }

    /** The rows of a sheet beneath its header, as programs read them. */
    List<List<String>> values(String sheetName) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(file(".xlsx").toFile().getPath())) {
            Sheet sheet = book.getSheet(sheetName);
            for (int number = 1; number <= sheet.getLastRowNum(); number++) {
                List<String> row = new ArrayList<>();
                for (Cell title : sheet.getRow(0)) {
                    row.add(plain(sheet.getRow(number).getCell(title.getColumnIndex())));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static CTStrVal[] categories(CTBarChart bars) {
        return bars.getSerArray(0).getCat().getStrRef().getStrCache().getPtArray();
    }

    /** The rows of a sheet beneath its header, each by its titles, as they are shown. */
    List<Map<String, String>> rows(String sheetName) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(file(".xlsx").toFile().getPath())) {
            Sheet sheet = book.getSheet(sheetName);
            DataFormatter shown = new DataFormatter();
            for (int number = 1; number <= sheet.getLastRowNum(); number++) {
                Map<String, String> row = new LinkedHashMap<>();
                for (Cell title : sheet.getRow(0)) {
                    Cell cell = sheet.getRow(number).getCell(title.getColumnIndex());
                    row.put(title.getStringCellValue(), cell == null ? "" : shown.formatCellValue(cell));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The records of a CSV file, by its titles. */
    List<Map<String, String>> csv(String ending) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        String text = Files.readString(file(ending));
        try (CSVParser parser = CSVParser.parse(text.substring(1), format)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }

    Path file(String ending) {
        return files.stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }
}
