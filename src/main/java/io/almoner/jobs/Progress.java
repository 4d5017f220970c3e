package io.almoner.jobs;

/** Hears how far a run is. */
public interface Progress {

    /**
     * A part of the run begins.
     *
     * @param part what it does, such as {@code Reading}
     * @param totalRows how many rows it goes through; 0 when it does not go by rows
     */
    void begin(Part part, long totalRows);

    /** So many more rows of the part are through, of which so many were applied and so many refused. */
    void advance(long rows, long applied, long rejected);

    /** The parts of a run, in their order. */
    enum Part {
        CHECKING,
        TRYING,
        APPLYING,
        REVIEWING,
        WRITING
    }
}
