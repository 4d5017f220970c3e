package io.almoner.jobfile;

import org.yaml.snakeyaml.error.Mark;

/** Where in a job file something stands: line and column as editors count them, from 1. */
public record Place(int line, int column) {

    static final Place BEGINNING = new Place(1, 1);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
