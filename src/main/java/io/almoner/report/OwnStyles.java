package io.almoner.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

import io.almoner.report.BrokenDesignException.Fault;

/** Styles of the user's in place of the program's. All designs draw by them, so none of the program's may be missing. */
final class OwnStyles {

    static final String FILE = "almoner-styles.jrtx";

    private OwnStyles() {}

    /** @throws BrokenDesignException when something is wrong with them */
    static void check(DesignSource source, byte[] content) {
        JasperReportsContext context = DefaultJasperReportsContext.getInstance();
        JRTemplate template;
        try {
            template = JRXmlTemplateLoader.getInstance(context).loadTemplate(new ByteArrayInputStream(content));
        } catch (JRRuntimeException e) {
            throw source.broken(DesignSource.unreadable(e));
        }
        Set<String> own = names(template);
        List<Fault> faults =
                new ArrayList<>(DesignReferences.fonts(source, context).toList());
        source.attributes("style")
                .filter(parent -> !own.contains(parent.value()))
                .forEach(parent ->
                        faults.add(new Fault(parent.line(), "There is no style \"" + parent.value() + "\".")));
        standard().stream()
                .filter(name -> !own.contains(name))
                .sorted()
                .forEach(
                        name -> faults.add(new Fault(0, "The style \"" + name + "\" is missing; designs draw by it.")));
        if (!faults.isEmpty()) {
            throw source.broken(faults);
        }
    }

    private static Set<String> standard() {
        try {
            return names(JRXmlTemplateLoader.getInstance(DefaultJasperReportsContext.getInstance())
                    .loadTemplate("reports/" + FILE));
        } catch (JRException e) {
            throw new ReportException("The styles are missing from this program.", e);
        }
    }

    private static Set<String> names(JRTemplate template) {
        return Arrays.stream(template.getStyles()).map(JRStyle::getName).collect(Collectors.toSet());
    }
}
