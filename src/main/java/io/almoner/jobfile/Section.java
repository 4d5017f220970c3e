package io.almoner.jobfile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a job file. What does not fit is noted with its place and then taken as absent. */
final class Section {

    private final String name;
    private final Place place;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** A word and what stands behind it. */
    private record Entry(Place place, Node value) {}

    /** @param name what people call it, such as {@code a source} */
    Section(Node node, String name, Problems problems) {
        this.name = name;
        this.place = Place.of(node.getStartMark());
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else {
            problems.add(place, name + " has to consist of lines 'word: value', not of " + kind(node) + ".");
        }
    }

    private void add(NodeTuple tuple) {
        Place where = Place.of(tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(where, "A word is expected here, not " + kind(tuple.getKeyNode()) + ".");
        } else if (entries.putIfAbsent(key.getValue(), new Entry(where, tuple.getValueNode())) != null) {
            problems.add(where, key.getValue() + " stands twice in " + name + ".");
        }
    }

    Place place() {
        return place;
    }

    /** Where what stands behind the word begins; where the section does when there is none. */
    Place place(String word) {
        return Optional.ofNullable(entries.get(word))
                .map(entry -> Place.of(entry.value().getStartMark()))
                .orElse(place);
    }

    boolean has(String word) {
        return entries.containsKey(word);
    }

    Set<String> words() {
        return entries.keySet();
    }

    /** Notes every word that is not one of these. */
    void allow(Collection<String> words) {
        entries.forEach((word, entry) -> {
            if (!words.contains(word)) {
                problems.add(entry.place(), name + " knows no " + word + ". " + Words.expected(word, words));
            }
        });
    }

    /** Notes that the word has no meaning here, and why. */
    void refuse(String word, String why) {
        Optional.ofNullable(entries.get(word)).ifPresent(entry -> problems.add(entry.place(), why));
    }

    /** Notes that a word lacks. */
    void require(String word, String expected) {
        if (!has(word)) {
            problems.add(place, name + " needs " + word + ": " + expected + ".");
        }
    }

    /** A text in which no variables may stand. */
    Optional<Text> text(String word) {
        return Optional.ofNullable(entries.get(word)).flatMap(entry -> text(entry.value(), word));
    }

    /** The texts of a list, or the only one where it is not a list. */
    List<Text> texts(String word) {
        return items(word).stream().flatMap(item -> text(item, word).stream()).toList();
    }

    /** The items of a list, or the only one where it is not a list. */
    List<Node> items(String word) {
        Entry entry = entries.get(word);
        if (entry == null) {
            return List.of();
        }
        if (entry.value() instanceof SequenceNode list) {
            if (list.getValue().isEmpty()) {
                problems.add(Place.of(list.getStartMark()), word + " is an empty list.");
            }
            return list.getValue();
        }
        return List.of(entry.value());
    }

    Optional<Section> section(String word) {
        return Optional.ofNullable(entries.get(word)).map(entry -> new Section(entry.value(), word, problems));
    }

    Optional<Text> text(Node node, String word) {
        Place where = Place.of(node.getStartMark());
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(where, word + " has to be a text, not " + kind(node) + ".");
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            problems.add(where, word + " has no value.");
            return Optional.empty();
        }
        return Optional.of(new Text(scalar.getValue().strip(), where));
    }

    private static String kind(Node node) {
        return switch (node.getNodeId()) {
            case mapping -> "lines 'word: value'";
            case sequence -> "a list";
            case scalar, anchor -> "a single value";
        };
    }

    /** A text and where it stands. */
    record Text(String value, Place place) {}
}
