package io.almoner.jobfile;

import java.nio.file.Path;

import org.yaml.snakeyaml.error.Mark;

/** Where in a job file something stands: line and column as editors count them, from 1. */
public record Place(int line, int column) {

    static final Place BEGINNING = new Place(1, 1);

    /** Of what is wrong with a file as a whole. */
    static final Place NOWHERE = new Place(0, 0);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The file and the place in it, as editors and terminals open it. */
    public String in(Path file) {
        return equals(NOWHERE) ? file.toString() : file + ":" + this;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
