package org.newsbag.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.newsbag.durable.Durability;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.durable.Unforced;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.inventory.Inventory;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.packaging.CreateResult.Reason;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.store.Serialization;

/** The work "create": from sources to a durable, described, valid bag, or to a reason why there is none. */
public final class CreateBag {
    /** The profile that every bag of ours meets: {@code profiles/newsbag-news.json}. */
    public static final String PROFILE = "https://newsbag.org/profiles/newsbag-news-1.0.json";

    private final Clock clock;
    private final String software;
    private final Progress progress;

    /** @param software this program and its version, such as {@code newsbag 0.1.0} */
    public CreateBag(Clock clock, String software, Progress progress) {
        this.clock = clock;
        this.software = software;
        this.progress = progress;
    }

    /**
     * Makes the bag. Whatever is thrown but {@link Unforced}, nothing stands under the final name; no staging folder is left that could be removed.
     *
     * @param findings receives what is to be said of the source
     * @throws IOException where something cannot be read or written; the message says what
     * @throws InterruptedException where the thread was interrupted
     */
    public CreateResult run(CreateRequest request, Findings findings) throws IOException, InterruptedException {
        try {
            return attempt(request, findings);
        } catch (IOException e) {
            throw interruptedOr(e);
        } catch (UncheckedIOException e) {
            throw interruptedOr(e.getCause());
        }
    }

    private CreateResult attempt(CreateRequest request, Findings findings) throws IOException, InterruptedException {
        var inside = Obstacles.outputInsideSource(request);
        if (inside.isPresent()) return inside.get();
        var inventory = Inventory.of(request.sources(), findings);
        var time = clock.instant();
        var plan = plan(request, time);
        var obstacle = Obstacles.inSource(plan.request(), inventory, findings);
        var refused = ProfileRefusal.of(plan, inventory, findings).or(() -> obstacle);
        return refused.isPresent() ? refused.get() : publish(plan, inventory, findings, time);
    }

    private BagPlan plan(CreateRequest request, Instant time) {
        var date = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
        return request.profile()
                .map(wanted -> ProfileFit.plan(request, wanted, date, software))
                .orElseGet(() -> BagPlan.plain(request, date, software));
    }

    /** Finds a name that is free, and makes the bag under it. */
    private CreateResult publish(BagPlan plan, Inventory inventory, Findings findings, Instant time)
            throws IOException, InterruptedException {
        var request = plan.request();
        Durability.createFolders(request.output());
        Staging.sweep(request.output());
        var space = Obstacles.missingSpace(request, inventory);
        if (space.isPresent()) return space.get();
        var names = request.name().map(Stream::of).orElseGet(() -> BagName.defaults(request.sources(), time));
        for (var iterator = names.iterator(); iterator.hasNext(); ) {
            var name = iterator.next();
            var target = request.output().resolve(name + request.serialization().extension());
            boolean named = request.name().isPresent();
            if (isTaken(target)) {
                if (named) return taken(target);
                continue;
            }
            var staging = Staging.open(
                    request.output(), name + request.serialization().extension());
            if (staging.isEmpty()) {
                if (named) return busy(target);
                continue;
            }
            // another run may have published under this name while its lock was waited for
            if (!isTaken(target)) return make(plan, inventory, findings, staging.get(), name, target, time);
            staging.get().close();
            if (named) return taken(target);
        }
        throw new IllegalStateException("the default names never end");
    }

    private CreateResult make(
            BagPlan plan, Inventory inventory, Findings findings, Staging open, String name, Path target, Instant time)
            throws IOException, InterruptedException {
        var request = plan.request();
        try (var staging = open;
                var work = new OrderedWork(request.jobs())) {
            progress.begin("Packaging", inventory.files().size(), inventory.bytes());
            Assembly.Assembled assembled;
            try {
                assembled = new Assembly(plan, inventory, findings, staging, time, progress).run(work);
            } finally {
                progress.end();
            }
            for (var path : request.corrections().unused())
                findings.add(
                        FindingCode.CORRECTION_UNMATCHED,
                        path,
                        "The corrections name this file, but the source has none of that name. Compare with the first column of newsbag describe --format csv.");
            var publication = new Publication(staging, work, progress);
            var algorithm = readBackWith(request);
            if (request.serialization() == Serialization.NONE) publication.folder(assembled, algorithm, target);
            else publication.archive(assembled, algorithm, target, name, request.serialization(), time);
            tidy(staging, findings);
            return new Created(
                    target,
                    request.serialization(),
                    assembled.identifier(),
                    plan.profile(),
                    assembled.oxum().streams(),
                    assembled.oxum().octets(),
                    request.algorithms(),
                    assembled.tally());
        } catch (SourceProblem e) {
            findings.add(e.finding());
            return new Refused(Reason.SOURCE, "The source could not be packaged whole.");
        } catch (FileAlreadyExistsException e) {
            if (!target.toString().equals(e.getFile())) throw e;
            return taken(target);
        } catch (IOException e) {
            throw placed(e, request.output());
        }
    }

    /** The bag is published: what is left beside it is no failure. */
    private static void tidy(Staging staging, Findings findings) {
        try {
            staging.close();
        } catch (IOException e) {
            findings.add(
                    FindingCode.STAGING_LEFT,
                    staging.toString(),
                    "The bag is complete, but this folder could not be removed (" + e.getMessage()
                            + "). The next run into the same output folder removes it.");
        }
    }

    /** A channel that is closed by an interruption throws an exception like a disk that fails, and others wrap it. */
    private static IOException interruptedOr(IOException e) throws InterruptedException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof ClosedByInterruptException)) continue;
            var interrupted = new InterruptedException();
            interrupted.initCause(e);
            throw interrupted;
        }
        return e;
    }

    /** A write that fails says "No space left on device" and not where. */
    private static IOException placed(IOException e, Path output) {
        boolean says = e instanceof FileSystemException
                || e instanceof Unforced
                || String.valueOf(e.getMessage()).contains(output.toString());
        return says
                ? e
                : new IOException(output.toAbsolutePath() + ": " + deepest(e).getMessage(), e);
    }

    /** An XML writer says less than what it met. */
    private static IOException deepest(IOException e) {
        IOException deepest = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException io) deepest = io;
        return deepest;
    }

    /** SHA-256 has instructions of its own in most processors. */
    private static Algorithm readBackWith(CreateRequest request) {
        return request.algorithms().contains(Algorithm.SHA_256)
                ? Algorithm.SHA_256
                : request.algorithms().get(0);
    }

    private static boolean isTaken(Path target) {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    private static Refused busy(Path target) {
        return new Refused(
                Reason.MACHINE,
                "Another run is making " + target + " now. Wait for it to end, or give another --name.");
    }

    private static Refused taken(Path target) {
        return new Refused(
                Reason.REQUEST,
                target
                        + " exists already, and newsbag never overwrites. Give another --name, or move the old one away.");
    }
}
