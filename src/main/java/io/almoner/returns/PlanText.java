package io.almoner.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.almoner.rules.Rule;

/**
 * What a run does, or would do, as lines for a terminal: one line for each kind of change, a table of the benefits that
 * it touches, one line in the end. No line is wider than 100 columns.
 */
public final class PlanText {

    private static final int WIDEST = 100;
    private static final int NUMBER = 9;
    private static final int CHANGE = 20;
    private static final int WHAT = 68;
    private static final int NAME = WIDEST - 3 * NUMBER - CHANGE - 2;

    /** More lines than these nobody reads; a plan that is kept has them all. */
    private static final int BENEFITS_SHOWN = 60;

    private final Messages messages;
    private final Colour colour;
    private final TextWidth width = new TextWidth();

    /** Whether signs are coloured. */
    public enum Colour {
        ON,
        OFF
    }

    /** Whether the run only planned. */
    public enum Tense {
        PLANNED,
        DONE,
        /** It ended before its end: refused, or interrupted. */
        STOPPED
    }

    /**
     * So many changes of a kind.
     *
     * @param symbol what happens
     * @param what the kind, such as {@code seat_assigned}, or a rule's code
     * @param count how often
     */
    public record Line(PlanSymbol symbol, String what, long count) {}

    /**
     * A benefit that is touched.
     *
     * @param name what people know it by: organisation, location, order, product; cut where it is too long
     * @param granted its quantity
     * @param before assigned before the run
     * @param after assigned after it
     * @param peak the most that was assigned at any moment of the run, before and after included
     */
    public record BenefitUse(String name, long granted, long before, long after, long peak) {

        /** What is left; negative when more is assigned than granted. */
        public long free() {
            return granted - after;
        }
    }

    /**
     * What to say, and how.
     *
     * @param lines in the order in which they are to stand
     * @param benefits those touched; may be empty
     * @param rows how the rows ended
     */
    public record Content(List<Line> lines, List<BenefitUse> benefits, RowCounts rows) {

        public Content {
            lines = List.copyOf(lines);
            benefits = List.copyOf(benefits);
        }
    }

    public PlanText(Messages messages, Colour colour) {
        this.messages = messages;
        this.colour = colour;
    }

    /** The lines, without line ends. */
    public List<String> lines(Content content, Tense tense) {
        List<String> lines = new ArrayList<>();
        content.lines().forEach(line -> lines.add(line(line)));
        if (!content.benefits().isEmpty()) {
            lines.add("");
            lines.add(header());
            content.benefits().stream().limit(BENEFITS_SHOWN).forEach(use -> lines.add(benefit(use)));
            int more = content.benefits().size() - BENEFITS_SHOWN;
            if (more > 0) {
                lines.add(messages.sentence("more", more));
            }
        }
        lines.add("");
        lines.addAll(width.wrapped(summary(content.rows(), tense), WIDEST));
        return lines;
    }

    /** The one line in the end. */
    public String summary(RowCounts rows, Tense tense) {
        return messages.sentence(
                tense.name().toLowerCase(Locale.ROOT),
                rows.read(),
                rows.applied(),
                rows.unchanged(),
                rows.rejected(),
                rows.skipped());
    }

    private String line(Line line) {
        return sign(line.symbol()) + ' ' + width.padded(what(line), WHAT) + width.right(line.count(), NUMBER);
    }

    private String what(Line line) {
        return switch (line.symbol()) {
            case REJECT, DIFFERS -> line.what() + "  " + messages.title(Rule.ofCode(line.what()));
            case CREATE, CHANGE, REMOVE, SAME -> line.what();
        };
    }

    private String header() {
        String assigned = messages.label("assigned");
        return width.padded(messages.label("benefit"), NAME)
                + width.right(messages.label("granted"), NUMBER)
                + width.right(assigned, CHANGE)
                + width.right(messages.label("free"), NUMBER)
                + width.right(messages.label("peak"), NUMBER);
    }

    private String benefit(BenefitUse use) {
        String assigned = use.before() == use.after() ? "" + use.after() : use.before() + " -> " + use.after();
        String sign = use.free() < 0 ? " " + sign(PlanSymbol.REJECT) : "";
        return width.padded(use.name(), NAME)
                + width.right(use.granted(), NUMBER)
                + width.right(assigned, CHANGE)
                + width.right(use.free(), NUMBER)
                + width.right(use.peak(), NUMBER)
                + sign;
    }

    private String sign(PlanSymbol symbol) {
        return colour == Colour.ON
                ? "\u001B[" + symbol.colour() + 'm' + symbol.sign() + "\u001B[0m"
                : String.valueOf(symbol.sign());
    }
}
