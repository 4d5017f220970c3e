package io.almoner.jobfile;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment's variables, written <code>${NAME}</code> where the schema lets them stand. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    static boolean standIn(String text) {
        return text.contains("${");
    }

    /** The names in the text that the environment lacks, or has without a value. */
    Set<String> lacking(String text) {
        Set<String> lacking = new TreeSet<>();
        VARIABLE.matcher(text).results().map(result -> result.group(1)).forEach(name -> {
            if (environment.getOrDefault(name, "").isBlank()) {
                lacking.add(name);
            }
        });
        return lacking;
    }

    /** The text with the values in the place of the names; none may lack. */
    String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult variable) {
        return Matcher.quoteReplacement(environment.getOrDefault(variable.group(1), ""));
    }
}
