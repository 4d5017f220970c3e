package io.almoner.report;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet comes out of a printer: landscape, one page wide, as long as it needs, with page numbers. */
final class SheetPrint {

    static final String FONT = "Calibri";

    private static final int FONT_SIZE = 9;
    private static final short ONE = 1;
    private static final short ANY = 0;
    private static final int MOST_ROWS_OF_A_PAGE = 80;

    private SheetPrint() {}

    /** As {@link #onePageWide}, and all on one page where that can still be read. */
    static void onePageWide(Worksheet sheet, Paper paper, int rows) {
        onePageWide(sheet, paper);
        if (rows <= MOST_ROWS_OF_A_PAGE) {
            sheet.fitToHeight(ONE);
        }
    }

    static void onePageWide(Worksheet sheet, Paper paper) {
        sheet.pageOrientation("landscape");
        sheet.paperSize(paper == Paper.A4 ? PaperSize.A4_PAPER : PaperSize.LETTER_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth(ONE);
        sheet.fitToHeight(ANY);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.6f);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.footer("&A", Position.LEFT, FONT, FONT_SIZE);
        sheet.footer("&P / &N", Position.RIGHT, FONT, FONT_SIZE);
    }
}
