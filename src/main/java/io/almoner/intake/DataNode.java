package io.almoner.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A mapping in a data file, read strictly: what is not expected is an {@link IllegalStateException} that names it. */
record DataNode(String where, Map<String, Object> content) {

    void allow(String... keys) {
        Set<String> unknown = new HashSet<>(content.keySet());
        Arrays.asList(keys).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw wrong("does not know " + unknown);
        }
    }

    String text(String key) {
        if (content.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong("needs a text for " + key);
    }

    int number(String key) {
        if (content.get(key) instanceof Integer number) {
            return number;
        }
        throw wrong("needs a whole number for " + key);
    }

    /** False when it is absent. */
    boolean flag(String key) {
        Object value = content.getOrDefault(key, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("needs true or false for " + key);
    }

    /** The constant of that name in lower case; the other one when it is absent. */
    <E extends Enum<E>> E word(String key, E absent) {
        if (!content.containsKey(key)) {
            return absent;
        }
        String word = text(key);
        return Arrays.stream(absent.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("does not know " + word + " for " + key));
    }

    /** Empty when it is absent. */
    List<String> texts(String key) {
        return list(key).stream()
                .map(item -> {
                    if (item instanceof String text) {
                        return text;
                    }
                    throw wrong("needs texts for " + key + ", not " + item);
                })
                .toList();
    }

    /** Empty when it is absent. */
    List<DataNode> children(String key) {
        return list(key).stream().map(item -> node(key, item)).toList();
    }

    Optional<DataNode> child(String key) {
        return Optional.ofNullable(content.get(key)).map(item -> node(key, item));
    }

    private List<?> list(String key) {
        Object value = content.getOrDefault(key, List.of());
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong("needs a list for " + key);
    }

    @SuppressWarnings("unchecked") // the keys of a YAML mapping of ours are texts
    private DataNode node(String key, @Nullable Object item) {
        if (item instanceof Map<?, ?> map) {
            return new DataNode(where + "/" + key, (Map<String, Object>) map);
        }
        throw wrong("needs a mapping for " + key);
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(where + " " + what);
    }
}
