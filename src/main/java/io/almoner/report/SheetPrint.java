package io.almoner.report;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet comes out of a printer: landscape, one page wide, as long as it needs, with page numbers. */
final class SheetPrint {

    private static final short ONE = 1;
    private static final short ANY = 0;

    private SheetPrint() {}

    static void onePage(Worksheet sheet, Paper paper) {
        onePageWide(sheet, paper);
        sheet.fitToHeight(ONE);
    }

    static void onePageWide(Worksheet sheet, Paper paper) {
        sheet.pageOrientation("landscape");
        sheet.paperSize(paper == Paper.A4 ? PaperSize.A4_PAPER : PaperSize.LETTER_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth(ONE);
        sheet.fitToHeight(ANY);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.footer("&A", Position.LEFT);
        sheet.footer("&P / &N", Position.RIGHT);
    }
}
