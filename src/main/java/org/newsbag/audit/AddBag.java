package org.newsbag.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Registration;
import org.newsbag.store.BagStore;
import org.newsbag.store.StoredEntry;
import org.newsbag.store.UnknownForm;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Level;
import org.newsbag.validation.Validator;
import org.newsbag.validation.Verdict;
import org.newsbag.validation.Witness;

/** The work "add": validates a bag in full, and registers what is in it. */
public final class AddBag {
    private final Ledger ledger;
    private final int jobs;
    private final Progress progress;

    /**
     * How a bag is taken in.
     *
     * @param copyOf the bag of which it is to be a copy
     * @param reason why an invalid bag is taken in; empty where it is not to be
     * @param by who takes it in
     * @param partBytes where a part has so many bytes, the next begins
     */
    public record Terms(Optional<RegisteredBag> copyOf, Optional<String> reason, Optional<String> by, long partBytes) {}

    public AddBag(Ledger ledger, int jobs, Progress progress) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** @throws IOException where the ledger cannot be written; what is wrong with the bag is in the result */
    public AddResult add(Path bag, Terms terms) throws IOException, InterruptedException {
        var location = bag.toRealPath();
        if (!Path.of(location.toString()).equals(location)) return nameless(location);
        var known = ledger.holdings().bagAt(location.toString());
        if (known.isPresent()) return new AddResult.Known(known.get());
        var began = ledger.now();
        var gathering = new Gathering();
        var judgement = new Validator(Level.FULL, jobs, progress).judge(location, gathering);
        boolean isRead = !judgement.isPartial() && !judgement.findings().has(FindingCode.BAG_BEYOND_MEMORY);
        if (!isRead
                || judgement.verdict() != Verdict.VALID && terms.reason().isEmpty()
                || gathering.files().isEmpty()) return new AddResult.Invalid(location.toString(), judgement);
        var original = terms.copyOf();
        if (original.isPresent()) {
            var differences = differences(original.get(), location, gathering.files());
            if (!differences.isEmpty()) return new AddResult.NoCopy(location.toString(), original.get(), differences);
        }
        var isInvalid = judgement.verdict() != Verdict.VALID;
        var registration = new Registration(
                location.toString(),
                form(location),
                original.isPresent() ? OptionalLong.of(first(original.get())) : OptionalLong.empty(),
                gathering.algorithm(),
                gathering.files(),
                isRandomAccess(location) ? terms.partBytes() : Long.MAX_VALUE,
                BagPlace.store(location),
                Judged.of(judgement),
                began,
                isInvalid ? terms.reason() : Optional.empty(),
                isInvalid ? terms.by() : Optional.empty());
        return registered(registration, judgement);
    }

    /** The ledger keeps text: two such paths could be one there, and neither would be found again. */
    private static AddResult nameless(Path location) {
        var findings = new Findings();
        findings.add(
                FindingCode.STORE_NAME_NOT_UTF8,
                "",
                "The path of the bag is not UTF-8, so the ledger could not keep it, nor tell it from another. Rename the folder or the archive, for example with convmv.");
        return new AddResult.Invalid(
                location.toString(),
                new Judgement(
                        location.toString(),
                        Level.FULL,
                        Verdict.CANNOT_BE_VERIFIED,
                        Optional.empty(),
                        List.of(),
                        0,
                        0,
                        findings));
    }

    private AddResult registered(Registration registration, Judgement judgement) throws IOException {
        var added = ledger.recorder().register(registration);
        if (added.isPresent()) return new AddResult.Added(added.get(), judgement);
        // another process was faster
        return new AddResult.Known(
                ledger.holdings().bagAt(registration.location()).orElseThrow());
    }

    /** A copy of a copy is one of the original. */
    private static long first(RegisteredBag original) {
        return original.copyOf().orElse(original.id());
    }

    static String form(Path location) throws IOException {
        try (var store = BagStore.open(location)) {
            return store.form().id();
        } catch (UnknownForm e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A compressed archive is read from its beginning whatever is wanted of it, so it is not cut into parts. */
    private static boolean isRandomAccess(Path location) throws IOException {
        try (var store = BagStore.open(location)) {
            return store.isRandomAccess();
        } catch (UnknownForm e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A copy has the same files with the same bytes, by the ledger's own checksums. */
    private List<FileFailure> differences(RegisteredBag original, Path copy, List<KnownFile> files) throws IOException {
        var baseline = Baseline.of(ledger.holdings().expected(original, PathRange.ALL));
        var witness = new PartWitness(original.algorithm(), PathRange.ALL, baseline, (path, size) -> true);
        var places = new KnownPlaces(files);
        witness.listed(places);
        for (var file : files)
            witness.read(new Witness.ReadFile(
                    file.path(),
                    places.of(file.path()),
                    true,
                    file.bytes(),
                    Map.of(file.checksum().algorithm(), file.checksum())));
        var failures = new ArrayList<FileFailure>();
        for (var difference : witness.conclude().differences())
            if (difference.failure().outcome() != Outcome.INTACT) failures.add(difference.failure());
        return failures;
    }

    /** A copy as a listing of what is known of it. */
    private static final class KnownPlaces implements Witness.Listing {
        private final Map<String, StoredEntry> entries = new TreeMap<>();
        private final Map<String, Integer> places = new HashMap<>();

        KnownPlaces(List<KnownFile> files) {
            for (var file : files)
                entries.put(file.path(), new StoredEntry(file.path(), StoredEntry.Kind.FILE, file.bytes(), 0));
        }

        @Override
        public Optional<StoredEntry.Kind> place(String path, int place) {
            if (!entries.containsKey(path)) return Optional.empty();
            places.put(path, place);
            return Optional.of(StoredEntry.Kind.FILE);
        }

        @Override
        public void eachOther(Consumer<StoredEntry> sink) {
            for (var entry : entries.values()) if (!places.containsKey(entry.path())) sink.accept(entry);
        }

        int of(String path) {
            return places.getOrDefault(path, Witness.UNPLACED);
        }
    }
}
