package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the layouts' data files from the class path. */
final class LayoutFiles {

    private static final String LAYOUTS = "classpath*:/layouts/*.yaml";
    private static final String ALIASES = "classpath:/header-aliases.yaml";
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ja", "zh-CN");

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    List<Layout> read() {
        try {
            DataNode aliases = parse(resources.getResource(ALIASES));
            Resource[] files = resources.getResources(LAYOUTS);
            return Arrays.stream(files)
                    .map(file -> layout(parse(file), aliases))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One layout out of its own file and the aliases that all layouts share. */
    static Layout layout(DataNode file, DataNode aliases) {
        file.allow("name", "rank", "jobs", "columns", "identities");
        List<LayoutColumn> columns = file.children("columns").stream()
                .map(column -> column(column, aliases))
                .toList();
        List<NaturalKey> identities =
                file.children("identities").stream().map(LayoutFiles::key).toList();
        Layout layout =
                new Layout(file.text("name"), file.number("rank"), Set.copyOf(file.texts("jobs")), columns, identities);
        new LayoutCheck(layout).run();
        return layout;
    }

    private static LayoutColumn column(DataNode column, DataNode aliases) {
        column.allow("name", "required", "telling", "secret", "ignored", "aliases", "meaning");
        String name = column.text("name");
        List<String> known = new ArrayList<>(column.texts("aliases"));
        Map<String, String> translations = new HashMap<>();
        aliases.child(name).ifPresent(byLanguage -> {
            byLanguage.allow(LANGUAGES.toArray(String[]::new));
            for (String language : LANGUAGES) {
                List<String> headers = byLanguage.texts(language);
                known.addAll(headers);
                if (!language.equals("en") && !headers.isEmpty()) {
                    translations.put(language, headers.get(0));
                }
            }
        });
        return new LayoutColumn(
                name,
                column.flag("required"),
                column.flag("telling"),
                column.word("secret", LayoutColumn.Secrecy.OPEN),
                column.flag("ignored"),
                known,
                translations,
                column.texts("meaning"));
    }

    private static NaturalKey key(DataNode key) {
        key.allow("key", "values", "present");
        return new NaturalKey(key.texts("key"), key.texts("values"), key.texts("present"));
    }

    private static DataNode parse(Resource file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        String name = String.valueOf(file.getFilename());
        try (InputStream in = file.getInputStream()) {
            Map<String, Object> content = new Yaml(new SafeConstructor(options)).load(in);
            return new DataNode(name, content);
        } catch (YAMLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
