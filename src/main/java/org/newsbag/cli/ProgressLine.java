package org.newsbag.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.newsbag.fixity.Progress;

/** One line on a terminal that shows files, bytes, rate and time left, and is gone when the step ends. */
final class ProgressLine implements Progress {
    private static final int WIDTH = 100;

    private final PrintStream err;
    private final AtomicLong files = new AtomicLong();
    private ProgressBar bar;
    private long allFiles;

    ProgressLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void begin(String step, long stepFiles, long bytes) {
        end();
        files.set(0);
        allFiles = stepFiles;
        bar = new ProgressBarBuilder()
                .setTaskName(step)
                .setInitialMax(bytes)
                .setUnit(" MB", 1_000_000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .showSpeed()
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    @Override
    public synchronized void advance(long moreFiles, long bytes) {
        long done = files.addAndGet(moreFiles);
        if (bar == null) return;
        bar.stepBy(bytes);
        if (moreFiles > 0) bar.setExtraMessage(" " + done + "/" + allFiles + " files");
    }

    @Override
    public synchronized void end() {
        if (bar != null) bar.close();
        bar = null;
    }
}
