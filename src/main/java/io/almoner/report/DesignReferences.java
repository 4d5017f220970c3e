package io.almoner.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import net.sf.jasperreports.repo.RepositoryUtil;

import io.almoner.report.BrokenDesignException.Fault;

/**
 * What a design asks for, and whether it is there. JasperReports would tell when the first page is drawn, or would leave
 * a gap that nobody sees.
 */
final class DesignReferences {

    private static final Pattern TEXT = Pattern.compile("\\$R\\{([^}]+)}");
    private static final Pattern PICTURE = Pattern.compile("\"([^\"\\s]+\\.(?:png|jpe?g|gif|svg))\"");

    private final JasperDesign design;
    private final DesignSource source;
    private final Texts texts;
    private final JasperReportsContext context;

    DesignReferences(JasperDesign design, DesignSource source, Texts texts, JasperReportsContext context) {
        this.design = design;
        this.source = source;
        this.texts = texts;
        this.context = context;
    }

    /** @param standard the program's design of the same name, which asks for all that there is to ask for */
    List<Fault> faults(JasperReport standard) {
        return Stream.of(
                        fields(standard),
                        parameters(standard),
                        found(TEXT, this::missingText),
                        found(PICTURE, this::missingPicture),
                        fonts(source, context),
                        styles())
                .flatMap(Function.identity())
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
    }

    private Stream<Fault> fields(JasperReport standard) {
        JRField[] fields = standard.getFields();
        Map<String, Class<?>> known = fields == null
                ? Map.of()
                : Arrays.stream(fields).collect(Collectors.toMap(JRField::getName, JRField::getValueClass));
        return design.getFieldsList().stream()
                .flatMap(field -> misfit("field", field.getName(), field.getValueClass(), known));
    }

    private Stream<Fault> parameters(JasperReport standard) {
        Map<String, Class<?>> known = Arrays.stream(standard.getParameters())
                .collect(Collectors.toMap(JRParameter::getName, JRParameter::getValueClass));
        return design.getParametersList().stream()
                .filter(parameter -> !parameter.isSystemDefined() && parameter.getDefaultValueExpression() == null)
                .flatMap(parameter -> misfit("parameter", parameter.getName(), parameter.getValueClass(), known));
    }

    private Stream<Fault> misfit(String kind, String name, Class<?> type, Map<String, Class<?>> known) {
        Class<?> given = known.get(name);
        int line = source.lineOfNamed(kind, name);
        if (given == null) {
            return Stream.of(new Fault(line, "This report has no " + kind + " \"" + name + "\"."));
        }
        return type.isAssignableFrom(given)
                ? Stream.empty()
                : Stream.of(new Fault(
                        line,
                        "The " + kind + " \"" + name + "\" is a " + given.getName() + ", not a " + type.getName()
                                + "."));
    }

    /** What a pattern finds in the texts and expressions and is faulty. */
    private Stream<Fault> found(Pattern pattern, Function<MatchResult, Stream<String>> fault) {
        return source.texts()
                .flatMap(text -> pattern.matcher(text.value())
                        .results()
                        .flatMap(fault)
                        .map(reason -> new Fault(text.line(), reason)));
    }

    private Stream<String> missingText(MatchResult found) {
        String key = found.group(1);
        return texts.bundle().containsKey(key)
                ? Stream.empty()
                : Stream.of("There is no text \"" + key + "\" in the language "
                        + texts.locale().toLanguageTag() + ".");
    }

    private Stream<String> missingPicture(MatchResult found) {
        try {
            return RepositoryUtil.getInstance(context).getBytesFromLocation(found.group(1)).length > 0
                    ? Stream.empty()
                    : Stream.of("The picture \"" + found.group(1) + "\" is empty.");
        } catch (JRException e) {
            return Stream.of("There is no picture \"" + found.group(1) + "\".");
        }
    }

    /** Fonts that a file names and the program has not: a PDF could not carry them. */
    static Stream<Fault> fonts(DesignSource source, JasperReportsContext context) {
        Set<String> known = new TreeSet<>(FontUtil.getInstance(context).getFontFamilyNames());
        context.getExtensions(FontSet.class).forEach(set -> known.add(set.getName()));
        return source.attributes("fontName")
                .filter(font -> !known.contains(font.value()))
                .map(font -> new Fault(
                        font.line(),
                        "There is no font \"" + font.value() + "\". There are: " + String.join(", ", known) + "."));
    }

    private Stream<Fault> styles() {
        Set<String> known = new HashSet<>();
        design.getStylesList().forEach(style -> known.add(style.getName()));
        return Stream.concat(
                source.texts("template").flatMap(template -> addStyles(template, known)),
                source.attributes("style")
                        .filter(style -> !known.contains(style.value()))
                        .map(style -> new Fault(style.line(), "There is no style \"" + style.value() + "\".")));
    }

    private Stream<Fault> addStyles(DesignSource.Text template, Set<String> known) {
        String location = template.value().replace("\"", "");
        try {
            for (JRStyle style : JRXmlTemplateLoader.getInstance(context)
                    .loadTemplate(location)
                    .getStyles()) {
                known.add(style.getName());
            }
            return Stream.empty();
        } catch (JRException | JRRuntimeException e) {
            return Stream.of(new Fault(template.line(), "The styles \"" + location + "\" cannot be read."));
        }
    }
}
