package org.newsbag.fixity;

/** When several sources are digested in the lanes of a vector. */
enum LanePolicy {
    /** Never. */
    NEVER,
    /** Once a run is large enough, and a trial has shown that lanes are faster on this machine. */
    WHEN_WORTH_IT,
    /** From the first byte on, where the processor has lanes. */
    ALWAYS
}
