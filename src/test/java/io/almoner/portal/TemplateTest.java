package io.almoner.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.Identity;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.OfferType;
import io.almoner.book.OrderStatus;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Unit;
import io.almoner.book.User;
import io.almoner.intake.Action;
import io.almoner.intake.Identified;
import io.almoner.intake.Intake;
import io.almoner.intake.Layout;
import io.almoner.intake.LayoutColumn;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;
import io.almoner.intake.Vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIterable;

class TemplateTest {

    private static final Layouts LAYOUTS = Layouts.load();
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Layout BULK = LAYOUTS.named("bulk_assignments").orElseThrow();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @TempDir
    Path folder;

    record Sheets(Layout layout, Locale language) {
        @Override
        public String toString() {
            return layout.name() + " in " + language.toLanguageTag();
        }
    }

    static Stream<Locale> languages() {
        return Stream.of("en", "zh-CN", "de", "fr", "es", "ja").map(Locale::forLanguageTag);
    }

    static Stream<Sheets> everyTemplate() {
        return LAYOUTS.all().stream()
                .filter(Template::isFor)
                .flatMap(layout -> languages().map(language -> new Sheets(layout, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void is_read_by_our_own_intake_with_every_column_and_an_example(Sheets sheets) throws IOException {
        Path file = write(sheets, new LedgerLists());
        Intake intake = new Intake(LAYOUTS);

        Identified found = intake.identify(List.of(file), ReadOptions.DETECT);

        assertThat(found.ignored()).isEmpty();
        SourceTable table = found.tables().get(0);
        assertThat(found.tables()).hasSize(1);
        assertThat(table.layout()).isEqualTo(sheets.layout());
        assertThat(table.findings()).isEmpty();
        int[] position = {0};
        assertThat(sheets.layout().columns())
                .allSatisfy(column -> assertThat(table.position(column.name()))
                        .as(column.name())
                        .isEqualTo(column.ignored() ? -1 : position[0]++));
        assertThat(kinds(intake, table)).containsExactly(Row.Kind.EXAMPLE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tells_a_row_that_was_filled_in_from_the_example(Locale language) throws IOException {
        Path file = write(new Sheets(BULK, language), new LedgerLists());
        Path filled = folder.resolve("filled.xlsx");
        try (XSSFWorkbook workbook = open(file)) {
            var row = workbook.getSheetAt(0).createRow(2);
            row.createCell(0).setCellValue(VOCABULARY.shown(Action.REMOVE, language));
            row.createCell(1).setCellValue("0438720");
            save(workbook, filled);
        }
        Intake intake = new Intake(LAYOUTS);
        SourceTable table =
                intake.identify(List.of(filled), ReadOptions.DETECT).tables().get(0);

        assertThat(kinds(intake, table)).containsExactly(Row.Kind.EXAMPLE, Row.Kind.DATA);
        try (RowCursor rows = intake.open(table)) {
            rows.next();
            List<String> cells = Objects.requireNonNull(rows.next()).cells();
            assertThat(VOCABULARY.find(Action.class, cells.get(0))).contains(Action.REMOVE);
            assertThat(cells.get(1)).isEqualTo("0438720");
        }
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void explains_every_header_in_a_note(Sheets sheets) throws IOException {
        try (XSSFWorkbook workbook = open(write(sheets, new LedgerLists()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo(sheets.layout().name());
            assertThatIterable(sheet.getRow(0))
                    .allSatisfy(cell -> assertThat(cell.getCellComment()
                                    .getString()
                                    .getString()
                                    .lines())
                            .as(cell.getStringCellValue())
                            .hasSize(3)
                            .noneMatch(line -> line.isBlank() || line.contains("{") || line.endsWith("null")));
        }
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void has_no_formula_in_any_cell_and_protects_nothing(Sheets sheets) throws IOException {
        try (XSSFWorkbook workbook = open(write(sheets, lists()))) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getProtect()).isFalse();
                sheet.forEach(row -> assertThat(row).noneMatch(cell -> cell.getCellType() == CellType.FORMULA));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void offers_words_that_are_understood_and_takes_no_others(Locale language) throws IOException {
        try (XSSFWorkbook workbook = open(write(new Sheets(BULK, language), lists()))) {
            Map<String, XSSFDataValidation> offered = dropDowns(workbook);
            assertThat(offered)
                    .containsOnlyKeys(
                            "Action",
                            "MpnId",
                            "OrderNumber",
                            "Category",
                            "BenefitName",
                            "SignInEmail",
                            "PreviousEmail",
                            "SubscriptionLevel",
                            "Language",
                            "OSType",
                            "PreferredLanguage",
                            "Country",
                            "Downloads",
                            "Role",
                            "Phase",
                            "Confirm");
            for (Choice choice :
                    List.of(Choice.ACTIONS, Choice.CATEGORIES, Choice.ROLES, Choice.PHASES, Choice.YES_NO)) {
                List<String> shown = entries(workbook, choice.rangeName());
                assertThat(shown).hasSameSizeAs(choice.words());
                for (int i = 0; i < shown.size(); i++) {
                    Enum<?> word = choice.words().get(i);
                    assertThat(constant(word, shown.get(i))).as(shown.get(i)).isEqualTo(word);
                }
            }
            assertThat(offered.get("Action").getErrorStyle()).isEqualTo(ErrorStyle.STOP);
            assertThat(offered.get("Action").getErrorBoxText()).isNotBlank().hasSizeLessThan(256);
            assertThat(offered.get("SignInEmail").getErrorStyle()).isEqualTo(ErrorStyle.WARNING);
            assertThat(offered.get("SignInEmail").getErrorBoxText())
                    .isNotBlank()
                    .hasSizeLessThan(256);
            assertThat(offered.get("SignInEmail").getErrorBoxTitle()).hasSizeLessThanOrEqualTo(32);
        }
    }

    @Test
    void points_each_drop_down_at_the_list_of_its_column_from_the_first_free_row_on() throws IOException {
        try (XSSFWorkbook workbook = open(write(new Sheets(BULK, Locale.ENGLISH), lists()))) {
            XSSFDataValidation users = dropDowns(workbook).get("SignInEmail");
            CellRangeAddress cells = users.getRegions().getCellRangeAddress(0);

            assertThat(users.getValidationConstraint().getFormula1()).isEqualTo("list_USERS");
            assertThat(entries(workbook, "list_USERS"))
                    .containsExactly("=ada@contoso.example", "user1@contoso.example", "user2@contoso.example");
            assertThat(cells.getFirstRow()).isEqualTo(2);
            assertThat(cells.getLastRow()).isEqualTo(ListsSheet.LAST_ROW);
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("Almoner Lists")))
                    .isEqualTo(SheetVisibility.HIDDEN);
        }
    }

    @Test
    void offers_nothing_of_which_there_is_nothing() throws IOException {
        try (XSSFWorkbook workbook = open(write(new Sheets(BULK, Locale.ENGLISH), new LedgerLists()))) {
            assertThat(dropDowns(workbook))
                    .containsKeys("Action", "Country")
                    .doesNotContainKeys("SignInEmail", "MpnId");
            assertThat(help(workbook)).anyMatch(line -> line.startsWith("The ledger knew no users"));
        }
    }

    @Test
    void says_when_a_list_was_cut() throws IOException {
        LedgerLists lists = new LedgerLists();
        OrgBook book = new OrgBook("C-1");
        for (int i = 0; i <= LedgerLists.LIMIT; i++) {
            book.put(user(i, "user%d@contoso.example".formatted(i), true));
        }
        lists.add(book);

        assertThat(lists.isCut()).isTrue();
        try (XSSFWorkbook workbook = open(write(new Sheets(BULK, Locale.ENGLISH), lists))) {
            assertThat(entries(workbook, "list_USERS")).hasSize(LedgerLists.LIMIT);
            assertThat(help(workbook)).anyMatch(line -> line.contains("at most 20,000 entries"));
        }
    }

    @Test
    void leaves_out_who_is_disabled_and_holds_nothing() {
        LedgerLists lists = new LedgerLists();
        OrgBook book = new OrgBook("C-1");
        book.put(user(1, "left@contoso.example", false));
        lists.add(book);

        assertThat(lists.of(Choice.USERS)).isEmpty();
    }

    @Test
    void keeps_zeros_and_dates_as_they_are_typed() throws IOException {
        try (XSSFWorkbook workbook = open(write(new Sheets(BULK, Locale.ENGLISH), new LedgerLists()))) {
            assertThat(List.of("MpnId", "OrderNumber", "ContactPhone", "SubscriptionGuid"))
                    .allSatisfy(column ->
                            assertThat(format(workbook, column)).as(column).isEqualTo("@"));
            assertThat(format(workbook, "RequestDate")).isEqualTo("yyyy-mm-dd");
        }
    }

    @Test
    void explains_every_action_in_help() throws IOException {
        try (XSSFWorkbook workbook = open(write(new Sheets(BULK, Locale.FRENCH), new LedgerLists()))) {
            assertThat(help(workbook))
                    .contains("Comment remplir bulk_assignments", "Obtenir des clés")
                    .anyMatch(line -> line.endsWith("almoner assign bulk_assignments.xlsx --as EMAIL --dry-run"))
                    .noneMatch(line -> line.contains("{") || line.contains("''"));
        }
    }

    @Test
    void knows_the_columns_of_every_action() {
        for (Action action : Action.values()) {
            ActionNeeds needs = ActionNeeds.of(action);
            assertThat(needs.needed()).as("%s", action).isNotEmpty();
            assertThat(needs.optional()).as("%s", action).noneMatch(needs.needed()::contains);
            Stream.of(needs.needed(), needs.optional()).flatMap(List::stream).forEach(BULK::ordinal);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_zh_CN", "_de", "_fr", "_es", "_ja"})
    void every_language_has_the_same_texts_with_the_same_placeholders(String suffix) throws IOException {
        Map<String, List<String>> english = placeholders("");

        assertThat(placeholders(suffix)).isEqualTo(english);
    }

    private static Map<String, List<String>> placeholders(String suffix) throws IOException {
        String name = "/messages/template" + suffix + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(TemplateTest.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(in, UTF_8));
        }
        Map<String, List<String>> placeholders = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> {
            String text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            placeholders.put(
                    key,
                    PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList());
        });
        return placeholders;
    }

    private Path write(Sheets sheets, LedgerLists lists) throws IOException {
        Path file = folder.resolve("template.xlsx");
        new Template(sheets.layout(), VOCABULARY, sheets.language()).write(lists, file);
        return file;
    }

    private static LedgerLists lists() {
        OrgBook book = new OrgBook("C-1");
        book.put(new Location(1, "4387201", LocationKind.HEADQUARTERS, null, "Berlin", "DE"));
        book.put(new PurchaseOrder(2, "0070011", OfferType.GOLD, null, "DE", null, null, OrderStatus.ACTIVE, null));
        book.put(new Benefit(
                3,
                2,
                1,
                "Windows 10",
                Category.SOFTWARE,
                BenefitType.CORE,
                5,
                Unit.LICENCE,
                0,
                BenefitStatus.ACTIVE,
                null,
                null,
                null,
                List.of("German", "English"),
                List.of("Windows"),
                List.of()));
        book.put(user(4, "user2@contoso.example", true));
        book.put(user(5, "user1@contoso.example", true));
        book.put(user(6, "=ada@contoso.example", true));
        LedgerLists lists = new LedgerLists();
        lists.add(book);
        return lists;
    }

    private static User user(long id, String email, boolean enabled) {
        return new User(id, email, null, "", "", email, Identity.WORK, enabled, null);
    }

    private static List<Row.Kind> kinds(Intake intake, SourceTable table) {
        List<Row.Kind> kinds = new ArrayList<>();
        try (RowCursor rows = intake.open(table)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                kinds.add(row.kind());
            }
        }
        return kinds;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static void save(XSSFWorkbook workbook, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    /** The drop-downs of the first sheet, by our own name of their column. */
    private static Map<String, XSSFDataValidation> dropDowns(XSSFWorkbook workbook) {
        List<LayoutColumn> columns = BULK.columns();
        return workbook.getSheetAt(0).getDataValidations().stream()
                .collect(Collectors.toMap(
                        dropDown -> columns.get(dropDown.getRegions()
                                        .getCellRangeAddress(0)
                                        .getFirstColumn())
                                .name(),
                        dropDown -> dropDown));
    }

    private static List<String> entries(XSSFWorkbook workbook, String name) {
        var area = new AreaReference(workbook.getName(name).getRefersToFormula(), workbook.getSpreadsheetVersion());
        return Stream.of(area.getAllReferencedCells())
                .map(cell -> workbook.getSheet(cell.getSheetName())
                        .getRow(cell.getRow())
                        .getCell(cell.getCol())
                        .getStringCellValue())
                .toList();
    }

    private static List<String> help(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.getSheet("Almoner Help").spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .map(cell -> ((XSSFCell) cell).getStringCellValue())
                .toList();
    }

    private static String format(XSSFWorkbook workbook, String column) {
        return workbook.getSheetAt(0).getColumnStyle(BULK.ordinal(column)).getDataFormatString();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type of the constant is known at run time only
    private static Enum<?> constant(Enum<?> like, String word) {
        return (Enum<?>) VOCABULARY.find((Class) like.getDeclaringClass(), word).orElseThrow();
    }
}
