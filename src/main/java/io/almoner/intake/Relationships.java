package io.almoner.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which part of a package stands for what; targets are full names in lower case. */
record Relationships(Map<String, Relationship> byId) {

    static final Relationships NONE = new Relationships(Map.of());

    /** @param folder the folder that relative targets start from, with a slash at its end; empty for the root */
    static Relationships read(XmlPart xml, String folder) {
        Map<String, Relationship> byId = new LinkedHashMap<>();
        while (xml.advance()) {
            String id = xml.starts("Relationship") ? xml.attribute("Id") : null;
            String target = id == null ? null : xml.attribute("Target");
            if (id != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                byId.put(id, new Relationship(String.valueOf(xml.attribute("Type")), resolved(folder, target)));
            }
        }
        return new Relationships(byId);
    }

    /** The first target whose type ends so; the two dialects differ in what stands before. */
    Optional<String> ofType(String end) {
        return byId.values().stream()
                .filter(relationship -> relationship.type().endsWith(end))
                .map(Relationship::target)
                .findFirst();
    }

    /** The target of that id if it is a sheet of cells. */
    Optional<String> worksheet(String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(relationship -> relationship.type().endsWith("/worksheet"))
                .map(Relationship::target);
    }

    private static String resolved(String folder, String target) {
        String forward = target.replace('\\', '/').toLowerCase(Locale.ROOT);
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (forward.startsWith("/") ? forward : folder + forward).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** A type, as a URI, and the part that it points at. */
    record Relationship(String type, String target) {}
}
