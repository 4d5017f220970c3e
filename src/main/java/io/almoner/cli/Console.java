package io.almoner.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Ignored;
import io.almoner.intake.UnusableInputException;
import io.almoner.returns.Messages;
import io.almoner.returns.TextWidth;

/** What people see: results on standard output, everything else on standard error. */
final class Console {

    private static final int WIDEST = 100;

    private final PrintStream out = utf8(System.out);
    private final PrintStream err = utf8(System.err);
    private final CommonOptions common;

    Console(CommonOptions common) {
        this.common = common;
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** A line of the result; nothing when the result is JSON. */
    void result(String line) {
        if (!common.json()) {
            out.println(line);
        }
    }

    /** What to do next, the last of the result. */
    void next(String sentence) {
        result("");
        result(wrapped("Next: ", sentence));
    }

    /** The JSON of the result; nothing when the result is text. */
    void json(String json) {
        Witness witness = common.witness();
        if (witness != null) {
            witness.hears(json);
        } else if (common.json()) {
            out.println(json);
        }
    }

    /** A line beside the result; nothing when it is to be quiet. */
    void note(String line) {
        if (!common.quiet()) {
            err.println(line);
        }
    }

    /** What went wrong and what to do, wrapped to the width of a terminal. */
    void error(String sentence) {
        err.println(wrapped("error: ", sentence));
        overheard(sentence);
    }

    void error(UnusableInputException e, Messages messages) {
        error(e.file() + ": " + messages.reason(e.finding()) + " ("
                + e.finding().rule().code() + ")");
        remedy(messages.hint(e.finding()));
        beneath(e);
    }

    /** What to do about the error before it. */
    void remedy(String sentence) {
        err.println(wrapped("  try: ", sentence));
        overheard(sentence);
    }

    private void overheard(String sentence) {
        Witness witness = common.witness();
        if (witness != null) {
            witness.hearsError(sentence);
        }
    }

    void ignored(Ignored ignored, Messages messages) {
        note(wrapped("note: ", ignored.label() + ": " + messages.reason(ignored.finding())));
    }

    /** The stack trace, for those who asked for it. */
    void beneath(@Nullable Throwable e) {
        if (e != null && common.verbose()) {
            e.printStackTrace(err);
        }
    }

    PrintStream standardError() {
        return err;
    }

    PrintStream standardOutput() {
        return out;
    }

    /** A text of somebody else's on one line: what would steer a terminal is left out. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Text after a label, wrapped to the width of a terminal and indented by the label's. */
    static String wrapped(String label, String text) {
        String indent = "\n" + " ".repeat(label.length());
        return label + String.join(indent, new TextWidth().wrapped(text, WIDEST - label.length()));
    }
}
