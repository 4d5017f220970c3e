package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.repo.DefaultRepositoryService;
import net.sf.jasperreports.repo.RepositoryService;
import org.jspecify.annotations.Nullable;

/**
 * The designs of the reports. Those that the program brings were compiled with it; a design of the same name in the
 * user's own folder goes before it and is compiled when it is first used. Compiled designs are read from the program
 * only, since reading one runs what it holds; a design of the user's is code of the user's.
 */
final class Designs {

    private final @Nullable Path own;
    private final JasperReportsContext context;
    private final Map<String, JasperReport> loaded = new ConcurrentHashMap<>();

    /** @param own folder of the user's designs; null when there is none */
    Designs(@Nullable Path own) {
        this.own = own;
        this.context = own == null ? DefaultJasperReportsContext.getInstance() : contextOf(own);
    }

    private static JasperReportsContext contextOf(Path own) {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        context.setExtensions(
                RepositoryService.class, List.of(new OwnFolder(context, own), new DefaultRepositoryService(context)));
        return context;
    }

    /** Where the designs find their styles and pictures. */
    JasperReportsContext context() {
        return context;
    }

    JasperReport design(String name, Paper paper) {
        return loaded.computeIfAbsent(compiledName(name, paper), compiled -> load(name, paper, compiled));
    }

    private JasperReport load(String name, Paper paper, String compiled) {
        Path changed = own == null ? null : own.resolve(name + ".jrxml");
        try {
            if (changed != null && Files.isRegularFile(changed)) {
                return JasperCompileManager.compileReport(readFor(paper, changed));
            }
            try (InputStream built = Designs.class.getResourceAsStream("/reports/" + compiled)) {
                if (built == null) {
                    throw new ReportException("The design " + compiled + " is missing from this program.");
                }
                return (JasperReport) JRLoader.loadObject(built);
            }
        } catch (JRException | IOException e) {
            throw new ReportException("The design of the report " + name + " cannot be used: " + e.getMessage(), e);
        }
    }

    static String compiledName(String name, Paper paper) {
        return name + "-" + paper.name().toLowerCase(Locale.ROOT) + ".jasper";
    }

    /** The design with that paper around its column, which keeps its width; a part of a page has no paper of its own. */
    static JasperDesign readFor(Paper paper, Path jrxml) throws JRException {
        JasperDesign design = JRXmlLoader.load(jrxml.toFile());
        design.setProperty(JasperPrint.PROPERTY_CREATE_BOOKMARKS, "true");
        if (design.getPageWidth() == design.getColumnWidth()) {
            return design;
        }
        int margins = paper.width() - design.getColumnWidth();
        design.setPageWidth(paper.width());
        design.setPageHeight(paper.height());
        design.setLeftMargin(margins / 2);
        design.setRightMargin(margins - margins / 2);
        return design;
    }
}
