package io.almoner.report;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRExpressionCollector;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JRValidationFault;
import net.sf.jasperreports.engine.design.JasperDesign;

import io.almoner.report.BrokenDesignException.Fault;

/** A design of the user's, which becomes a report only when nothing is wrong with it. */
final class OwnDesign {

    /** How the compiler tells: a number, what is wrong, and a line of generated code that ends with its expression's number. */
    private static final Pattern COMPILER_FAULT =
            Pattern.compile("(?m)^\\d+\\. (.*)\\R(?:.*\\R)*?.*\\$JR_EXPR_ID=(\\d+)\\$");

    private final DesignSource source;
    private final JasperReportsContext context;
    private final JasperDesign design;

    /** @throws BrokenDesignException when it cannot be read */
    OwnDesign(Path file, byte[] content, Paper paper, JasperReportsContext context) {
        this.source = DesignSource.read(file, content);
        this.context = context;
        try {
            this.design = Designs.readFor(paper, new ByteArrayInputStream(content));
        } catch (JRException e) {
            throw source.broken(new Fault(0, "This is no design: " + e.getMessage()));
        } catch (JRRuntimeException e) {
            throw source.broken(DesignSource.unreadable(e));
        }
    }

    /**
     * The compiled design.
     *
     * @param standard the program's design of the same name, which asks for all that there is to ask for
     * @param texts in which its texts must be found
     * @throws BrokenDesignException when something is wrong with it
     */
    JasperReport compiled(JasperReport standard, Texts texts) {
        refuseIfAny(new DesignReferences(design, source, texts, context).faults(standard));
        refuseIfAny(JasperCompileManager.getInstance(context).verify(design).stream()
                .map(this::toldOf)
                .toList());
        try {
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException e) {
            throw source.broken(compilerFaults(String.valueOf(e.getMessage())));
        }
    }

    private void refuseIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw source.broken(faults);
        }
    }

    private Fault toldOf(JRValidationFault fault) {
        int line = fault.getSource() instanceof JRExpression expression ? source.lineOfText(expression.getText()) : 0;
        return new Fault(line, fault.getMessage());
    }

    private List<Fault> compilerFaults(String message) {
        JRExpressionCollector expressions = JRExpressionCollector.collector(context, design);
        Matcher matcher = COMPILER_FAULT.matcher(message);
        List<Fault> faults = matcher.results()
                .map(found -> {
                    String text = expressions
                            .getExpression(Integer.parseInt(found.group(2)))
                            .getText();
                    return new Fault(source.lineOfText(text), found.group(1) + ", in: " + text.strip());
                })
                .toList();
        return faults.isEmpty() ? List.of(new Fault(0, message.strip())) : faults;
    }
}
