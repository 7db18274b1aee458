package org.newsbag.finding;

/** How much a finding weighs: only an {@link #ERROR} changes the exit code. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
