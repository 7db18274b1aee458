package org.newsbag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.bag.Tag;
import org.newsbag.description.Corrections;
import org.newsbag.extract.Limits;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.packaging.CreateBag;
import org.newsbag.packaging.CreateRequest;
import org.newsbag.packaging.CreateResult;
import org.newsbag.packaging.WantedProfile;
import org.newsbag.profile.Profile;
import org.newsbag.provenance.OwnLists;
import org.newsbag.store.Serialization;

/** Makes a bag in a test: everything has a default, and the clock stands still. */
public final class Making {
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Path output;
    private final List<Path> sources;
    private Optional<String> name = Optional.of("bag");
    private List<Algorithm> algorithms = List.of(Algorithm.SHA_256, Algorithm.SHA_512);
    private List<Tag> info = List.of();
    private Corrections corrections = Corrections.none();
    private Serialization serialization = Serialization.NONE;
    private Optional<Limits> limits = Optional.empty();
    private boolean omit;
    private int jobs = 2;
    private Optional<WantedProfile> profile = Optional.empty();
    private Progress progress = Progress.SILENT;
    private final Findings findings = new Findings();

    private Making(Path output, List<Path> sources) {
        this.output = output;
        this.sources = sources;
    }

    public static Making into(Path output, Path... sources) {
        return new Making(output, List.of(sources));
    }

    public Making named(String newName) {
        name = Optional.of(newName);
        return this;
    }

    public Making unnamed() {
        name = Optional.empty();
        return this;
    }

    public Making with(Algorithm... wanted) {
        algorithms = List.of(wanted);
        return this;
    }

    public Making with(Tag... tags) {
        info = List.of(tags);
        return this;
    }

    public Making corrected(Corrections given) {
        corrections = given;
        return this;
    }

    public Making as(Serialization form) {
        serialization = form;
        return this;
    }

    public Making extracting() {
        limits = Optional.of(Limits.DEFAULT);
        return this;
    }

    public Making omitting() {
        omit = true;
        return this;
    }

    public Making jobs(int count) {
        jobs = count;
        return this;
    }

    /** Under a profile, with the algorithms and the form left to it. */
    public Making under(Profile wanted) {
        profile = Optional.of(new WantedProfile(wanted, false, false));
        return this;
    }

    /** Under a profile, with the algorithms and the form as they were given. */
    public Making insistingUnder(Profile wanted) {
        profile = Optional.of(new WantedProfile(wanted, true, true));
        return this;
    }

    public Making watchedBy(Progress watcher) {
        progress = watcher;
        return this;
    }

    public Findings findings() {
        return findings;
    }

    public CreateResult run() throws IOException, InterruptedException {
        var request = new CreateRequest(
                sources,
                output,
                name,
                algorithms,
                info,
                corrections,
                serialization,
                limits,
                new OwnLists(Optional.of(Path.of("profiles/outlets.json")).filter(Files::exists), Optional.empty()),
                "http://rightsstatements.org/vocab/CNE/1.0/",
                omit,
                jobs,
                profile);
        return new CreateBag(Clock.fixed(NOON, ZoneOffset.UTC), "newsbag 1.2.3", progress).run(request, findings);
    }

    /** The path of the bag; fails where none was made. */
    public Path bag() throws IOException, InterruptedException {
        var result = run();
        if (result instanceof CreateResult.Created created) return created.bag();
        throw new AssertionError(result + " " + findings.list());
    }

    /** Writes a file with its folders; the content is its name. */
    public static Path file(Path folder, String name) throws IOException {
        return file(folder, name, "content of " + name);
    }

    public static Path file(Path folder, String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Every file below a folder by its relative name, sorted; links are not followed. */
    public static List<String> names(Path folder) throws IOException {
        var names = new ArrayList<String>();
        try (var all = Files.walk(folder)) {
            all.filter(p -> !Files.isDirectory(p))
                    .map(p -> folder.relativize(p).toString())
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }
}
