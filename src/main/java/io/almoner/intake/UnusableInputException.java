package io.almoner.intake;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.Finding;

/** The input cannot be used as a whole: FIL-001 or FIL-010. Nothing was applied; commands end with exit code 4. */
public final class UnusableInputException extends RuntimeException {

    private final String file;
    private final Finding finding;

    /**
     * @param file what the user calls the file
     * @param finding the rule, with what was found and what was expected
     */
    public UnusableInputException(String file, Finding finding) {
        this(file, finding, null);
    }

    /** As above, with what went wrong underneath; shown only with {@code --verbose}. */
    public UnusableInputException(String file, Finding finding, @Nullable Throwable cause) {
        super(file + ": " + finding.messageKey(), cause);
        this.file = file;
        this.finding = finding;
    }

    /** What the user calls the file. */
    public String file() {
        return file;
    }

    /** Why it cannot be used. */
    public Finding finding() {
        return finding;
    }
}
