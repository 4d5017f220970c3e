package io.almoner.report;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import org.jspecify.annotations.Nullable;

import io.almoner.report.BrokenDesignException.Fault;

/**
 * Texts of the user's over those of the program. A file is named as the program names its own, {@code reports.properties}
 * or {@code reports_de.properties}, holds only what is to be different, and goes before the program's file of the same
 * language; so German texts of the program still go before English ones of the user.
 */
final class OwnTexts extends ResourceBundle {

    private final Map<String, String> texts;

    private OwnTexts(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** @throws BrokenDesignException when a file cannot be used */
    static ResourceBundle over(String standard, Locale locale, Path folder) {
        Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        List<Locale> languages = new ArrayList<>(control.getCandidateLocales(standard, locale));
        Collections.reverse(languages);
        Map<String, String> texts = new HashMap<>();
        for (Locale language : languages) {
            ResourceBundle program = ResourceBundle.getBundle(standard, language, control);
            if (program.getLocale().equals(language)) {
                program.keySet().forEach(key -> texts.put(key, program.getString(key)));
            }
            String name = control.toBundleName(standard, language);
            Path own = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".properties");
            if (Files.isRegularFile(own)) {
                texts.putAll(read(own, program));
            }
        }
        return new OwnTexts(texts);
    }

    private static Map<String, String> read(Path file, ResourceBundle standard) {
        Properties properties = new Properties();
        List<String> lines;
        try {
            String content = Files.readString(file);
            lines = content.lines().toList();
            properties.load(new StringReader(content));
        } catch (CharacterCodingException e) {
            throw new BrokenDesignException(file, List.of(new Fault(0, "This is not in UTF-8.")));
        } catch (IllegalArgumentException | IOException e) {
            throw new BrokenDesignException(file, List.of(new Fault(0, String.valueOf(e.getMessage()))));
        }
        Map<String, String> texts = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (String key : properties.stringPropertyNames()) {
            texts.put(key, properties.getProperty(key));
            String reason = fault(properties.getProperty(key), standard, key);
            if (reason != null) {
                faults.add(new Fault(lineOf(key, lines), "The text \"" + key + "\" cannot be filled in: " + reason));
            }
        }
        if (!faults.isEmpty()) {
            throw new BrokenDesignException(file, faults);
        }
        return texts;
    }

    /** Only texts in which the program fills something in are patterns. */
    private static @Nullable String fault(String text, ResourceBundle standard, String key) {
        if (standard.containsKey(key) && standard.getString(key).contains("{")) {
            try {
                new MessageFormat(text, Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
        return null;
    }

    private static int lineOf(String key, List<String> lines) {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).strip().startsWith(key)) {
                return index + 1;
            }
        }
        return 0;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
