package org.newsbag.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagMetadata;
import org.newsbag.bag.ManifestName;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.path.RelativePath;
import org.newsbag.validation.Witness;

/** The bag as it is before an update: what its one judgement read of it. */
final class PresentBag implements Witness {
    private final Optional<List<Algorithm>> wanted;
    private final List<ManifestName> manifests = new ArrayList<>();
    private final List<DigestedFile> payload = new ArrayList<>();
    private final Map<String, DigestedFile> tagFiles = new TreeMap<>(RelativePath::compareUtf8);
    private Optional<BagDeclaration> declaration = Optional.empty();
    private Optional<BagMetadata> metadata = Optional.empty();
    private Optional<List<Algorithm>> chosen = Optional.empty();
    private long octets;
    private long unvouched;

    /** @param digests under {@link #algorithms}, one behind the other: a bag may have a million of these */
    record DigestedFile(String path, byte[] digests) {}

    PresentBag(Optional<List<Algorithm>> wanted) {
        this.wanted = wanted;
    }

    /** Those that are wanted, else those of the payload manifests, else SHA-256 and SHA-512. */
    @Override
    public List<Algorithm> algorithms() {
        if (chosen.isEmpty()) chosen = Optional.of(wanted.orElseGet(this::present));
        return chosen.get();
    }

    private List<Algorithm> present() {
        var known = new TreeSet<Algorithm>();
        for (var name : manifests)
            if (!name.isTagManifest()) Algorithm.computable(name.algorithm()).ifPresent(known::add);
        return known.isEmpty() ? List.of(Algorithm.SHA_256, Algorithm.SHA_512) : List.copyOf(known);
    }

    @Override
    public void declared(BagDeclaration found) {
        declaration = Optional.of(found);
    }

    @Override
    public void described(BagMetadata found) {
        metadata = Optional.of(found);
    }

    @Override
    public void manifest(ManifestName name) {
        manifests.add(name);
    }

    @Override
    public synchronized void read(ReadFile file) {
        var digested = new DigestedFile(file.path(), digests(file.checksums()));
        if (!file.path().startsWith("data/")) {
            tagFiles.put(file.path(), digested);
            return;
        }
        payload.add(digested);
        octets += file.size();
        if (!file.isVouchedFor()) unvouched++;
    }

    private byte[] digests(Map<Algorithm, Checksum> checksums) {
        var digests =
                new byte[algorithms().stream().mapToInt(Algorithm::digestLength).sum()];
        int at = 0;
        for (var algorithm : algorithms()) {
            System.arraycopy(checksums.get(algorithm).digest(), 0, digests, at, algorithm.digestLength());
            at += algorithm.digestLength();
        }
        return digests;
    }

    /** The checksums of a file by algorithm. */
    Map<Algorithm, Checksum> checksums(DigestedFile file) {
        var checksums = new LinkedHashMap<Algorithm, Checksum>();
        int at = 0;
        for (var algorithm : algorithms()) {
            var digest = new byte[algorithm.digestLength()];
            System.arraycopy(file.digests(), at, digest, 0, digest.length);
            checksums.put(algorithm, Checksum.of(algorithm, digest));
            at += digest.length;
        }
        return checksums;
    }

    Optional<BagDeclaration> declaration() {
        return declaration;
    }

    Optional<BagMetadata> metadata() {
        return metadata;
    }

    List<ManifestName> manifests() {
        return manifests;
    }

    /** The payload files in the order of a manifest. */
    List<DigestedFile> payload() {
        payload.sort((a, b) -> RelativePath.compareUtf8(a.path(), b.path()));
        return payload;
    }

    Map<String, DigestedFile> tagFiles() {
        return tagFiles;
    }

    long octets() {
        return octets;
    }

    /** How many payload files no manifest has a usable checksum of. */
    long unvouched() {
        return unvouched;
    }
}
