package io.almoner.report;

/** How many differences were put right, are left alone, and are to be done by somebody. */
record DriftCount(long fixed, long leftAlone, long toDo) {

    static final DriftCount NONE = new DriftCount(0, 0, 0);

    static DriftCount of(Outcome outcome, long count) {
        return switch (outcome) {
            case FIXED -> new DriftCount(count, 0, 0);
            case IGNORED, PROTECTED -> new DriftCount(0, count, 0);
            case FIXABLE, REPORTED, HAND_OFF, REFUSED, WAITING -> new DriftCount(0, 0, count);
        };
    }

    DriftCount plus(DriftCount other) {
        return new DriftCount(fixed + other.fixed, leftAlone + other.leftAlone, toDo + other.toDo);
    }

    long found() {
        return fixed + leftAlone + toDo;
    }
}
