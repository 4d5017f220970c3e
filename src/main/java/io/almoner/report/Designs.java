package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
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
 * The designs of the reports, and their texts. Those that the program brings were compiled with it; a design of the same
 * name in the user's own folder goes before it and is checked and compiled when it is first used and when it has changed.
 * Compiled designs are read from the program only, since reading one runs what it holds; a design of the user's is code of
 * the user's.
 */
final class Designs {

    private final @Nullable Path own;
    private final JasperReportsContext context;
    private final Map<String, JasperReport> standard = new ConcurrentHashMap<>();
    private final Map<String, JasperReport> compiled = new ConcurrentHashMap<>();

    /** @param own folder of the user's designs; null when there is none */
    Designs(@Nullable Path own) {
        this.own = own;
        this.context = own == null ? DefaultJasperReportsContext.getInstance() : contextOf(own);
    }

    private static JasperReportsContext contextOf(Path own) {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        context.setExtensions(
                RepositoryService.class, List.of(new OwnFolder(own), new DefaultRepositoryService(context)));
        return context;
    }

    /** Where the designs find their styles and pictures. */
    JasperReportsContext context() {
        return context;
    }

    /** @throws BrokenDesignException when own texts cannot be used */
    Texts texts(String bundle, Locale locale) {
        return own == null ? new Texts(bundle, locale) : new Texts(OwnTexts.over(bundle, locale, own), locale);
    }

    /**
     * Makes sure that nothing is wrong with what the user changed.
     *
     * @throws BrokenDesignException when a design, its styles or its texts cannot be used
     */
    void check(List<String> names, Look look, Texts texts) {
        Path styles = ownFile(OwnStyles.FILE);
        if (styles != null) {
            byte[] content = read(styles);
            OwnStyles.check(DesignSource.read(styles, content), content);
        }
        names.forEach(name -> design(name, look.paper(), texts));
    }

    /**
     * The design of that name.
     *
     * @param texts in which its texts must be found
     * @throws BrokenDesignException when it is the user's and something is wrong with it
     */
    JasperReport design(String name, Paper paper, Texts texts) {
        JasperReport program = standard.computeIfAbsent(compiledName(name, paper), Designs::standard);
        Path changed = ownFile(name + ".jrxml");
        if (changed == null) {
            return program;
        }
        byte[] content = read(changed);
        String key = compiledName(name, paper) + texts.locale() + fingerprint(content);
        return compiled.computeIfAbsent(
                key, of -> new OwnDesign(changed, content, paper, context).compiled(program, texts));
    }

    private @Nullable Path ownFile(String name) {
        Path file = own == null ? null : own.resolve(name);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReportException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JasperReport standard(String compiledName) {
        try (InputStream built = Designs.class.getResourceAsStream("/reports/" + compiledName)) {
            if (built == null) {
                throw new ReportException("The design " + compiledName + " is missing from this program.");
            }
            return (JasperReport) JRLoader.loadObject(built);
        } catch (JRException | IOException e) {
            throw new ReportException("The design " + compiledName + " cannot be used: " + e.getMessage(), e);
        }
    }

    static String compiledName(String name, Paper paper) {
        return name + "-" + paper.name().toLowerCase(Locale.ROOT) + ".jasper";
    }

    /** The design with that paper around its column, which keeps its width; a part of a page has no paper of its own. */
    static JasperDesign readFor(Paper paper, InputStream jrxml) throws JRException {
        JasperDesign design = JRXmlLoader.load(jrxml);
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
