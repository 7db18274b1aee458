package org.newsbag.fixity;

import java.util.Collection;
import java.util.Set;

/** Says which algorithms of a run are digested in the lanes of a vector; the answer may change while it goes on. */
interface LaneChoice {
    /** None, ever. */
    LaneChoice NONE = of(Set.of());

    static LaneChoice of(Set<Algorithm> algorithms) {
        return new LaneChoice() {
            @Override
            public void consider(Collection<? extends Job<?>> waiting, long bytes) {}

            @Override
            public Set<Algorithm> served() {
                return algorithms;
            }

            @Override
            public void end() {}
        };
    }

    /**
     * More jobs came in.
     *
     * @param waiting those that no thread has taken
     * @param bytes the size of all that is known to come, or has come
     */
    void consider(Collection<? extends Job<?>> waiting, long bytes);

    Set<Algorithm> served();

    /** Waits until the answer will hardly change any more, or the wait would cost more than that gains. */
    default void settle() throws InterruptedException {}

    /** Whatever goes on is to end. */
    void end();
}
