package org.newsbag.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process that a run belongs to, so that another can tell whether it still lives.
 *
 * @param host where it runs: the machine since its last start, and the space of its process numbers
 * @param process its number and when it began
 */
record RunningProcess(String host, String process) {
    static RunningProcess current() {
        return new RunningProcess(thisHost(), of(ProcessHandle.current()));
    }

    private static String of(ProcessHandle process) {
        return process.pid() + "@"
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Whether it is surely dead. Of another host's nothing can be said. */
    boolean isDead(RunningProcess asking) {
        if (!host.equals(asking.host)) return false;
        if (!process.matches("[0-9]{1,18}@.*")) return true;
        long pid = Long.parseLong(process.substring(0, process.indexOf('@')));
        return ProcessHandle.of(pid).filter(found -> of(found).equals(process)).isEmpty();
    }

    private static String thisHost() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "/"
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            // a system without /proc: its name, which two machines may share, in which case only the lease counts
            return System.getenv().getOrDefault("HOSTNAME", "")
                    + System.getenv().getOrDefault("COMPUTERNAME", "");
        }
    }
}
