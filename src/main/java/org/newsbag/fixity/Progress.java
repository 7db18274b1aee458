package org.newsbag.fixity;

/** Is told how the work goes on; called from many threads. */
public interface Progress {
    /** Nobody watches. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, long files, long bytes) {}

        @Override
        public void advance(long files, long bytes) {}

        @Override
        public void end() {}
    };

    /** A step of known size begins. */
    void begin(String step, long files, long bytes);

    /** So much more of the step is done. */
    void advance(long files, long bytes);

    /** The step is done, or given up. */
    void end();
}
