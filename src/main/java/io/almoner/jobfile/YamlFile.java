package io.almoner.jobfile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a job file as a tree; builds no objects that the file names. */
final class YamlFile {

    private final Path file;
    private final Problems problems;

    YamlFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @throws JobFileException when there is no tree */
    Node parsed() {
        if (Files.isDirectory(file)) {
            throw unusable("This is a folder. Name one job file"
                    + ready(file)
                            .findFirst()
                            .map(name -> ", such as " + file.resolve(name))
                            .orElse("") + ".");
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(10);
        try {
            Node node = new Yaml(new SafeConstructor(limits)).compose(new StringReader(Files.readString(file)));
            if (node == null) {
                throw unusable("The file is empty. A job file begins with 'job: ', one of "
                        + String.join(", ", JobKind.words()) + ".");
            }
            return node;
        } catch (MarkedYAMLException e) {
            problems.add(e.getProblemMark() == null ? Place.BEGINNING : Place.of(e.getProblemMark()), said(e));
            throw problems.exception();
        } catch (CharacterCodingException e) {
            throw unusable("The file is not UTF-8.");
        } catch (NoSuchFileException e) {
            throw unusable("There is no such file." + meant());
        } catch (IOException | YAMLException e) {
            throw unusable("The file cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String said(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        return problem.contains("(TAB)")
                ? "A tab stands here. Indent by spaces: YAML takes no tabs."
                : "The YAML cannot be understood: " + problem + ".";
    }

    /** Names are compared without what all of them end with. */
    private String meant() {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Map<String, String> others = ready(folder).collect(Collectors.toMap(YamlFile::stem, name -> name, (a, b) -> a));
        return Words.nearest(stem(file.getFileName().toString()), others.keySet())
                .map(stem -> " Did you mean " + file.resolveSibling(others.get(stem)) + "?")
                .orElse("");
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.ya?ml$", "");
    }

    /** The names of the job files of a folder; none when it cannot be read. */
    private static Stream<String> ready(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .toList();
            return names.stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private JobFileException unusable(String sentence) {
        problems.add(Place.NOWHERE, sentence);
        return problems.exception();
    }
}
