package org.newsbag.upkeep;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsbag.bag.ByteSize;
import org.newsbag.bag.FetchItem;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Progress;
import org.newsbag.path.RelativePath;
import org.newsbag.upkeep.UpkeepResult.Fetched;
import org.newsbag.upkeep.UpkeepResult.Reason;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Witness;

/**
 * The work "fetch": completes a bag with the files that its fetch.txt lists (RFC 8493, section 2.2.3). A file enters the bag verified and forced to disk, or not
 * at all. What came of a file before a connection broke off waits beside the bag for the next run.
 */
public final class FetchBag {
    private final BagJudge judge;
    private final Progress progress;

    /** @param profiles where the profiles are that the bag declares */
    public FetchBag(ProfileSource profiles, Progress progress) {
        this.judge = new BagJudge(profiles, progress);
        this.progress = progress;
    }

    /** What is to be fetched, by path. */
    private static final class PendingFiles implements Witness {
        final Map<String, PendingFile> files = new TreeMap<>(RelativePath::compareUtf8);

        @Override
        public void pending(FetchItem item, Map<Algorithm, Checksum> expected) {
            files.put(item.path(), new PendingFile(item, expected));
        }
    }

    /**
     * Fetches.
     *
     * @param findings receives what is wrong with the bag afterwards, or with the bag as it is where nothing was fetched
     * @throws IOException where something of the bag cannot be read or written
     */
    public UpkeepResult run(FetchRequest request, Findings findings) throws IOException, InterruptedException {
        if (!Files.isDirectory(request.bag()))
            return new Refused(
                    Reason.REQUEST, request.bag() + " is not a folder. Unpack it first: newsbag bag unpack.");
        var bag = request.bag().toRealPath();
        var parent = bag.getParent();
        if (parent == null)
            return new Refused(
                    Reason.REQUEST, request.bag() + " is the root of a file system. Move the bag into a folder.");
        var pending = new PendingFiles();
        var before = judge.complete(bag, request.jobs(), pending);
        if (pending.files.isEmpty()) {
            Partials.forget(bag);
            findings.addAll(before.findings());
            return new Fetched(request.bag(), List.of(), before.verdict());
        }
        if (request.hosts().isEmpty()) return hostsAsked(pending);
        var space = missingSpace(bag, pending);
        if (space > 0)
            return new Refused(
                    Reason.MACHINE, "The files to fetch need " + ByteSize.of(space) + " more than the disk has left.");
        Staging.sweep(parent);
        var opened = Staging.open(parent, bag.getFileName().toString());
        if (opened.isEmpty())
            return new Refused(
                    Reason.MACHINE, "Another run is changing " + request.bag() + " now. Wait for it to end.");
        try (var staging = opened.get();
                var work = new OrderedWork(request.jobs())) {
            var files = fetch(request, bag, pending, work);
            var after = judge.complete(bag, request.jobs(), Witness.NONE);
            findings.addAll(after.findings());
            return new Fetched(request.bag(), files, after.verdict());
        }
    }

    private List<FetchedFile> fetch(FetchRequest request, Path bag, PendingFiles pending, OrderedWork work)
            throws IOException, InterruptedException {
        var partials = Partials.beside(bag);
        var fetch = new FileFetch(bag, partials, new Download(new AllowList(request), progress));
        var fetched = new ArrayList<FetchedFile>();
        progress.begin("Fetching", pending.files.size(), announced(pending));
        try {
            work.run(
                    pending.files.values().iterator(),
                    file -> {
                        var one = fetch.of(file);
                        progress.advance(1, 0);
                        return one;
                    },
                    fetched::add);
        } finally {
            progress.end();
            partials.removeIfEmpty();
        }
        if (fetched.stream().allMatch(file -> file.outcome() == FetchedFile.Outcome.FETCHED)) Partials.forget(bag);
        return fetched;
    }

    /** What is there in part has taken its space already. */
    private static long missingSpace(Path bag, PendingFiles pending) throws IOException {
        return announced(pending) - Files.getFileStore(bag).getUsableSpace();
    }

    private static long announced(PendingFiles pending) {
        long bytes = 0;
        for (var file : pending.files.values())
            bytes += Math.min(file.item().length().orElse(0), Long.MAX_VALUE - bytes);
        return bytes;
    }

    private static Refused hostsAsked(PendingFiles pending) {
        var hosts = new TreeMap<String, Integer>();
        boolean isPlain = false;
        for (var file : pending.files.values()) {
            var url = file.item().url();
            hosts.merge(host(url), 1, Integer::sum);
            isPlain |= url.regionMatches(true, 0, "http:", 0, 5);
        }
        var list = new StringBuilder();
        if (isPlain) list.append("\n  --allow-scheme http");
        hosts.forEach((host, files) -> list.append("\n  --allow-host ")
                .append(host)
                .append("   (files: ")
                .append(files)
                .append(")"));
        return new Refused(
                Reason.REQUEST,
                "fetch.txt names " + pending.files.size()
                        + (pending.files.size() == 1 ? " file" : " files")
                        + " to be fetched. A bag may name any address, so nothing is asked of a host that you do not allow:"
                        + list);
    }

    private static String host(String url) {
        try {
            var address = new URI(url);
            return address.getHost() == null ? url : AllowList.host(address);
        } catch (URISyntaxException e) {
            return url;
        }
    }
}
